import * as z from 'zod'
import { ok } from '../../result.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { comparisonShape, decideComparison } from './decide-comparison.ts'
import { otherShape, readOther } from './read-other.ts'

/** Any, all or none of the values of a list stand in a relation to a value. */
export const listCheck = defineCheck({
  id: 'list',
  kind: 'comparison',
  title: 'List',
  measures:
    'Whether any, all or none of the values of a list (which `on` selects) stand in the relation to a constant or to another part. The score is the share for which it holds.',
  limits:
    'A value that cannot be read leaves it not judged, unless the others decide: one that holds is enough for `any`. An empty list is not applicable. The score then is the share of the values that were read.',
  reads: ['answer'],
  cost: 'none',
  parameters: z.strictObject({
    quantifier: z.enum(['any', 'all', 'none']).default('all').describe('For how many it must hold'),
    ...otherShape,
    ...comparisonShape,
  }),
  examples: [
    {
      case: {
        contexts: [
          { text: 'a', score: 0.8 },
          { text: 'b', score: 0.4 },
        ],
      },
      use: { on: '$.contexts[*].score' },
      parameters: { quantifier: 'any', operator: 'greater', to: 0.5 },
      outcome: 'pass',
      score: 0.5,
    },
    {
      case: {
        contexts: [
          { text: 'a', score: 0.8 },
          { text: 'b', score: 0.4 },
        ],
      },
      use: { on: '$.contexts[*].score' },
      parameters: { operator: 'greater', to: 0.5 },
      outcome: 'fail',
    },
    {
      case: { toolCalls: [{ name: 'search', arguments: {} }] },
      use: { on: '$.toolCalls[*].name' },
      parameters: { quantifier: 'none', to: 'delete' },
      outcome: 'pass',
    },
  ],
  prepare(parameters) {
    const other = readOther('list', parameters)
    if (!other.ok) return other
    return ok({
      run({ value, case: checkCase }) {
        const read = other.value(checkCase)
        if (!read.ok) return read
        const right = read.value
        if (right === undefined)
          return { outcome: 'not-applicable', reason: 'there is nothing to compare with' }
        const values: readonly unknown[] = Array.isArray(value) ? value : [value]
        if (values.length === 0) return { outcome: 'not-applicable', reason: 'the list is empty' }
        const decided = values.map((each) => decideComparison(each, right, parameters))
        return decideList(decided, parameters.quantifier)
      },
    })
  },
})

/** By three-valued logic: what was not read (`null`) decides nothing. */
function decideList(decided: readonly (boolean | null)[], quantifier: 'any' | 'all' | 'none'): Finding {
  const read = decided.filter((each) => each !== null)
  const unread = decided.length - read.length
  const held = read.filter(Boolean).length
  const isSettled = quantifier === 'all' ? held < read.length : held > 0
  if (unread > 0 && !isSettled)
    return { outcome: 'not-judged', reason: `${unread} of ${decided.length} values cannot be read` }
  const isPass = { any: held > 0, all: held === read.length, none: held === 0 }[quantifier]
  return {
    outcome: isPass ? 'pass' : 'fail',
    score: held / read.length,
    reason: `it holds for ${held} of ${read.length}, ${quantifier} is asked${unread > 0 ? `; ${unread} cannot be read` : ''}`,
  }
}
