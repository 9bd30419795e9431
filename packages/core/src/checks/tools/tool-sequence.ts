import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { called } from './called.ts'

/** The named tools were called in this order. */
export const toolSequenceCheck = defineCheck({
  id: 'tool-sequence',
  kind: 'tools',
  title: 'Tool sequence',
  measures:
    'Whether the named tools were called in this order; other calls may stand between them unless `gaps` is false.',
  limits: 'Arguments are not looked at: use tool-calls.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    names: z.array(z.string()).min(1).describe('Tools in the expected order'),
    gaps: z.boolean().default(true).describe('Other calls may stand between them'),
  }),
  examples: [
    { case: called('search', 'think', 'open'), parameters: { names: ['search', 'open'] }, outcome: 'pass' },
    {
      case: called('search', 'think', 'open'),
      parameters: { names: ['search', 'open'], gaps: false },
      outcome: 'fail',
    },
    { case: called('open', 'search'), parameters: { names: ['search', 'open'] }, outcome: 'fail' },
  ],
  prepare: ({ names, gaps }) =>
    ok({
      run({ case: { toolCalls = [] } }) {
        const made = toolCalls.map(({ name }) => name)
        const held = gaps ? countHeld(made, names) : names.length
        const isPass = held === names.length && (gaps || holdsRun(made, names))
        const lacking =
          isPass || held === names.length ? '' : `; no ${names[held] ?? ''} after the ${held} before it`
        return {
          outcome: isPass ? 'pass' : 'fail',
          reason: `called: ${made.slice(0, 20).join(' → ') || 'nothing'}${made.length > 20 ? ' → …' : ''}${lacking}`,
        }
      },
    }),
})

/** How many of the names, from the first, come in order. */
function countHeld(made: readonly string[], names: readonly string[]): number {
  let at = 0
  for (const name of made) if (name === names[at]) at += 1
  return at
}

const holdsRun = (made: readonly string[], names: readonly string[]): boolean =>
  made.some((_, start) => names.every((name, index) => made[start + index] === name))
