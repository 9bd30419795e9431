import * as z from 'zod'
import { ok } from '../../result.ts'
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
  limits: 'Values that cannot be read are counted as not judged, and decide nothing.',
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
        const right = other.value(checkCase)
        if (right === undefined)
          return { outcome: 'not-applicable', reason: 'there is nothing to compare with' }
        const values: readonly unknown[] = Array.isArray(value) ? value : [value]
        const decided = values
          .map((each) => decideComparison(each, right, parameters))
          .filter((each) => each !== null)
        if (decided.length < values.length || values.length === 0)
          return {
            outcome: 'not-judged',
            reason: `${values.length - decided.length} of ${values.length} values cannot be read`,
          }
        const held = decided.filter(Boolean).length
        const isPass = { any: held > 0, all: held === values.length, none: held === 0 }[parameters.quantifier]
        return {
          outcome: isPass ? 'pass' : 'fail',
          score: held / values.length,
          reason: `it holds for ${held} of ${values.length}, ${parameters.quantifier} is asked`,
        }
      },
    })
  },
})
