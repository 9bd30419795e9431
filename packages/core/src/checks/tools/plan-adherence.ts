import type { CheckCase } from '@assay/contracts'
import * as z from 'zod'
import { checkPlanAdherencePrompt } from '../../prompts/check-plan-adherence.data.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { ok } from '../../result.ts'
import { askJudge, modelParameter } from '../answers/ask-judge.ts'
import { labelTexts, listShort, quoteShort } from '../answers/case-texts.ts'
import { findEntryFault } from '../answers/find-entry-fault.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { findLooseQuote, locateQuoted } from '../locate-quoted.ts'
import { traceTexts } from './trace-texts.ts'

type Verdict = z.infer<typeof checkPlanAdherencePrompt.outputSchema>
type Step = Verdict['steps'][number]

const plan = ['Search for flights.', 'Book the cheapest.']
const search = { name: 'search', arguments: { to: 'Oslo' }, result: ['SK1 90 EUR'] }
const book = { name: 'book', arguments: { flight: 'SK1' }, result: 'ok' }
const done = (step: string, label: string, quote: string) => ({
  step,
  reason: 'read',
  label,
  quote,
  verdict: 'done',
})
const undone = (step: string) => ({ step, reason: 'read', label: '', quote: '', verdict: 'not-done' })

/** The target did the steps of its plan, by a model. */
export const planAdherenceCheck = defineCheck({
  id: 'plan-adherence',
  kind: 'tools',
  title: 'Plan adherence',
  measures:
    'Share of the steps of a plan that were done, 0 to 1; with `ordered` only as many as were done in the order of the plan (longest increasing run). A model names the words of the trace that show each step done, which must stand there. One call.',
  limits:
    'Whether the plan is a good one is not asked, and work beyond it does not count against. The threshold of 1 (every step) is a starting value of ours.',
  reads: ['toolCalls'],
  cost: 'model calls',
  better: 'higher',
  threshold: 1,
  parameters: z.strictObject({
    plan: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe("Steps of the plan; default: the case's `plan`, a list or a text with one step a line"),
    ordered: z.boolean().default(true).describe('Steps count only in the order of the plan'),
    model: modelParameter,
  }),
  examples: [
    {
      case: { plan, toolCalls: [search, book] },
      modelReplies: [
        { steps: [done('s1', 'call-1', 'search'), done('s2', 'call-2', 'book {"flight":"SK1"}')] },
      ],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { plan: plan.join('\n'), toolCalls: [search] },
      modelReplies: [{ steps: [done('s1', 'call-1', 'search'), undone('s2')] }],
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { toolCalls: [book, search] },
      parameters: { plan },
      modelReplies: [{ steps: [done('s1', 'call-2', 'search'), done('s2', 'call-1', 'book')] }],
      outcome: 'fail',
      score: 0.5,
    },
    { case: { toolCalls: [search] }, outcome: 'not-applicable' },
  ],
  prepare: ({ plan: given, ordered, model }) =>
    ok({
      async run({ case: checkCase }, ports) {
        const steps = labelTexts('s', given ?? readPlan(checkCase))
        if (steps.length === 0) return ok({ outcome: 'not-applicable', reason: 'the case has no plan' })
        const trace = traceTexts(checkCase)
        const verdict = await askJudge(
          { check: 'plan-adherence', model, ports },
          checkPlanAdherencePrompt,
          { plan: steps, trace },
          { check: (value, ask) => findFault(value, { steps, trace, ask }) },
        )
        return verdict.ok ? ok(judgeSteps(verdict.value, { steps, trace, ordered })) : verdict
      },
    }),
})

/** A list of texts, or a text with one step a line; anything else is no plan. */
function readPlan({ plan: written }: CheckCase): readonly string[] {
  const lines: readonly unknown[] =
    typeof written === 'string' ? written.split('\n') : Array.isArray(written) ? written : []
  return lines.filter((line) => typeof line === 'string').filter((line) => /[\p{L}\p{N}]/u.test(line))
}

function findFault(
  { steps }: Verdict,
  shown: {
    readonly steps: readonly FencedText[]
    readonly trace: readonly FencedText[]
    readonly ask: 1 | 2
  },
): string | null {
  const labels = steps.map(({ step }) => step)
  const missing = findEntryFault('steps', shown.steps, labels)
  if (missing !== null || shown.ask === 2) return missing
  return findLooseQuote(steps.filter(isDone), shown.trace)
}

const isDone = ({ verdict }: Step): boolean => verdict === 'done'

function judgeSteps(
  verdict: Verdict,
  shown: {
    readonly steps: readonly FencedText[]
    readonly trace: readonly FencedText[]
    readonly ordered: boolean
  },
): Finding {
  const entries = shown.steps.flatMap(({ label }) => verdict.steps.find(({ step }) => step === label) ?? [])
  const tell = (list: readonly Step[]): string =>
    listShort(
      list.map(({ step }) => quoteShort(shown.steps.find(({ label }) => label === step)?.text ?? step)),
    )
  const unclear = entries.filter(
    (each) => each.verdict === 'cannot-tell' || (isDone(each) && placeOf(each, shown.trace) === null),
  )
  if (unclear.length > 0)
    return { outcome: 'not-judged', reason: `the model cannot show whether this was done: ${tell(unclear)}` }
  const did = entries.filter(isDone)
  const places = did.flatMap((each) => placeOf(each, shown.trace) ?? [])
  const counted = shown.ordered ? longestIncreasing(places) : did.length
  const left = entries.filter((each) => !isDone(each))
  return {
    outcome: 'score',
    score: counted / shown.steps.length,
    reason: [
      `${did.length} of ${shown.steps.length} steps were done`,
      ...(counted < did.length ? [`${counted} in the order of the plan`] : []),
      ...(left.length === 0 ? [] : [`left out: ${tell(left)}`]),
    ].join('; '),
  }
}

/** Rank of the text that shows the step in the trace; `null`: its words do not stand there. */
function placeOf({ label, quote }: Step, trace: readonly FencedText[]): number | null {
  const isThere = locateQuoted({ label, quote }, trace) !== null
  return isThere ? trace.findIndex((each) => each.label === label) : null
}

/** Two steps may be done by one call: equal places are in order. */
function longestIncreasing(places: readonly number[]): number {
  const best = places.map(() => 1)
  for (const [index, place] of places.entries())
    for (let before = 0; before < index; before += 1)
      if ((places[before] ?? 0) <= place) best[index] = Math.max(best[index] ?? 1, (best[before] ?? 1) + 1)
  return Math.max(0, ...best)
}
