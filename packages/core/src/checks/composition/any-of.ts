import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { checkList, prepareParts, runParts } from './check-list.ts'
import { decideByCount } from './decide-by-count.ts'

const checks = [
  { check: 'contains', name: 'in seconds', parameters: { phrases: '30 s' } },
  { check: 'contains', name: 'in words', parameters: { phrases: 'half a minute' } },
]

/** At least one required check of a list passes. */
export const anyOfCheck = defineCheck({
  id: 'any-of',
  kind: 'composition',
  title: 'Any of',
  measures:
    'Whether at least one required check of the list passes, also beside one that broke or was not judged. Checks that do not apply are left out.',
  reads: [],
  cost: 'none',
  parameters: z.strictObject({ checks: checkList }),
  examples: [
    {
      case: { answer: 'It waits half a minute.' },
      parameters: { checks },
      outcome: 'pass',
      score: 1,
    },
    { case: { answer: 'It waits.' }, parameters: { checks }, outcome: 'fail', score: 0 },
  ],
  prepare({ checks: uses }, context) {
    const prepared = prepareParts('any-of.checks', uses, context)
    if (!prepared.ok) return prepared
    return ok({
      run: async (input, ports) => decideByCount(await runParts(prepared.value, input, ports), 1),
    })
  },
})
