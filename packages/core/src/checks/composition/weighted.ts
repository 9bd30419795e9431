import * as z from 'zod'
import { ok, type Result } from '../../result.ts'
import { goodnessOf, weightedMean } from '../aggregate-verdicts.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import {
  checkList,
  nameParts,
  prepareParts,
  runParts,
  spansOf,
  withholdFor,
  type Part,
} from './check-list.ts'

const checks = [
  { check: 'contains', name: 'value', weight: 3, parameters: { phrases: '30 s' } },
  { check: 'contains', name: 'source', parameters: { phrases: 'limits.md' } },
]

/** The weighted mean of the scores of a list of checks reaches a threshold. */
export const weightedCheck = defineCheck({
  id: 'weighted',
  kind: 'composition',
  title: 'Weighted',
  measures:
    'The mean of the scores of the checks, each by its `weight` (default 1; 0 leaves it out), against `threshold`. A score from 0 to 1 counts as it is, or as what it lacks to 1 where low is good; any other counts 1 where its check passes and 0 where it fails.',
  limits:
    'A good score hides a bad one: use `all-of` for what must hold. The threshold is a starting value of ours.',
  reads: [],
  cost: 'none',
  better: 'higher',
  threshold: 0.5,
  parameters: z.strictObject({ checks: checkList }),
  examples: [
    { case: { answer: 'It is 30 s.' }, parameters: { checks }, outcome: 'pass', score: 0.75 },
    { case: { answer: 'See limits.md.' }, parameters: { checks }, outcome: 'fail', score: 0.25 },
    {
      case: { answer: 'It is 30 s.' },
      parameters: { checks },
      use: { threshold: 0.8 },
      outcome: 'fail',
      score: 0.75,
    },
  ],
  prepare({ checks: uses }, context) {
    const prepared = prepareParts('weighted.checks', uses, context)
    if (!prepared.ok) return prepared
    const counted = prepared.value.filter(({ required }) => required)
    return ok({ run: async (input, ports) => weigh(await runParts(counted, input, ports)) })
  },
})

function weigh(parts: readonly Part[]): Result<Finding> {
  const counted = parts.filter(({ verdict }) => verdict.outcome !== 'not-applicable')
  const open = counted.filter(({ verdict: { outcome } }) => outcome !== 'pass' && outcome !== 'fail')
  if (open.length > 0) return withholdFor(open)
  const score = weightedMean(
    counted.map(({ check: { weight, better }, verdict }) => ({
      weight,
      score: goodnessOf({ ...verdict, better }),
    })),
  )
  if (score === null)
    return ok({ outcome: 'not-applicable', reason: `none of the ${parts.length} checks applies` })
  const failed = counted.filter(({ verdict }) => verdict.outcome === 'fail')
  const failing = failed.length === 0 ? 'all checks pass' : `fails: ${nameParts(failed)}`
  return ok({ outcome: 'score', score, reason: failing, spans: spansOf(failed) })
}
