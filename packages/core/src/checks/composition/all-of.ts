import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { checkList, prepareParts, runParts } from './check-list.ts'
import { decideByCount } from './decide-by-count.ts'

const [namesLimit, namesPlan] = [
  { check: 'contains', name: 'names the limit', parameters: { phrases: '1 MiB' } },
  { check: 'contains', name: 'names the plan', parameters: { phrases: 'Basic' } },
]

/** All required checks of a list pass. */
export const allOfCheck = defineCheck({
  id: 'all-of',
  kind: 'composition',
  title: 'All of',
  measures:
    'Whether all required checks of the list pass. One that fails decides, also beside one that broke; checks that do not apply are left out. The score is the share that passes.',
  reads: [],
  cost: 'none',
  parameters: z.strictObject({ checks: checkList }),
  examples: [
    {
      case: { answer: 'Basic allows 1 MiB.' },
      parameters: { checks: [namesLimit, namesPlan] },
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer: 'Basic allows 2 MiB.' },
      parameters: { checks: [namesLimit, namesPlan] },
      outcome: 'fail',
      score: 0.5,
    },
    { case: {}, parameters: { checks: [namesLimit] }, outcome: 'not-applicable' },
  ],
  prepare({ checks: uses }, context) {
    const checks = prepareParts('all-of.checks', uses, context)
    if (!checks.ok) return checks
    return ok({
      run: async (input, ports) => decideByCount(await runParts(checks.value, input, ports), 'all'),
    })
  },
})
