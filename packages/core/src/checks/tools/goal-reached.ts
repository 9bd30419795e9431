import type { CheckSpan } from '@assay/contracts'
import * as z from 'zod'
import { checkGoalReachedPrompt } from '../../prompts/check-goal-reached.data.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { ok } from '../../result.ts'
import { askJudge, modelParameter } from '../answers/ask-judge.ts'
import { quoteShort } from '../answers/case-texts.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { findLooseQuote, locateQuoted, type Quoted } from '../locate-quoted.ts'
import { pathOfLabel, traceTexts } from './trace-texts.ts'

type Verdict = z.infer<typeof checkGoalReachedPrompt.outputSchema>

const booked = {
  task: 'Book a table for two tomorrow.',
  toolCalls: [{ name: 'book', arguments: { guests: 2 }, result: { status: 'confirmed' } }],
  answer: 'Your table is booked.',
}
const refused = {
  ...booked,
  toolCalls: [{ name: 'book', arguments: { guests: 2 }, result: { status: 'full' } }],
}
const reply = (verdict: string, ...evidence: readonly Quoted[]) => ({
  reason: 'The result decides.',
  evidence,
  verdict,
})
const invented = reply('reached', { label: 'call-1', quote: '"status":"paid"' })

/** The user got what was wanted, by a model that reads the calls and their results. */
export const goalReachedCheck = defineCheck({
  id: 'goal-reached',
  kind: 'tools',
  title: 'Goal reached',
  measures:
    'Whether the goal is reached at the end: the parameter `goal`, else the task of the case, else its input. A model reads messages, calls with their results, and the answer, and names the words that decide, which must stand there. Scores 1 where reached, 0.5 in part, 0 not; only reached passes. One call.',
  limits:
    'It sees what the trace shows: a state outside is better read by end-state. Arguments and results are cut after 4,000 characters each.',
  reads: [],
  cost: 'model calls',
  better: 'higher',
  threshold: 1,
  parameters: z.strictObject({
    goal: z
      .string()
      .min(1)
      .optional()
      .describe("What must hold at the end; default: the case's `task`, else its `input`"),
    model: modelParameter,
  }),
  examples: [
    {
      case: booked,
      modelReplies: [reply('reached', { label: 'call-1', quote: '"status":"confirmed"' })],
      outcome: 'pass',
      score: 1,
    },
    {
      case: refused,
      modelReplies: [reply('not-reached', { label: 'call-1', quote: '"status":"full"' })],
      outcome: 'fail',
      score: 0,
    },
    { case: booked, modelReplies: [invented, invented], outcome: 'not-judged' },
    { case: booked, modelReplies: [reply('cannot-tell')], outcome: 'not-judged' },
    { case: { answer: 'Done.' }, outcome: 'not-applicable' },
  ],
  prepare: ({ goal: given, model }) =>
    ok({
      async run({ case: checkCase }, ports) {
        const goal = given ?? checkCase.task ?? checkCase.input ?? ''
        if (goal.trim() === '') return ok({ outcome: 'not-applicable', reason: 'the case has no task' })
        const trace = traceTexts(checkCase)
        if (checkCase.answer === undefined && checkCase.toolCalls === undefined)
          return ok({ outcome: 'not-applicable', reason: 'the case has neither calls nor an answer' })
        const verdict = await askJudge(
          { check: 'goal-reached', model, ports },
          checkGoalReachedPrompt,
          { goal: [{ label: 'goal', text: goal }], trace },
          { check: (value, ask) => (ask === 1 ? findFault(value, trace) : null) },
        )
        return verdict.ok ? ok(judgeGoal(verdict.value, trace)) : verdict
      },
    }),
})

const scores = { reached: 1, partly: 0.5, 'not-reached': 0 } as const

function findFault({ evidence, verdict }: Verdict, trace: readonly FencedText[]): string | null {
  if (needsEvidence(verdict) && evidence.length === 0) return 'evidence: name the words that decide'
  return findLooseQuote(evidence, trace)
}

const needsEvidence = (verdict: Verdict['verdict']): boolean => verdict === 'reached' || verdict === 'partly'

function judgeGoal({ evidence, reason, verdict }: Verdict, trace: readonly FencedText[]): Finding {
  if (verdict === 'cannot-tell')
    return { outcome: 'not-judged', reason: `the model cannot tell: ${reason.trim()}` }
  const held = evidence.filter((each) => locateQuoted(each, trace) !== null)
  if (held.length < evidence.length || (needsEvidence(verdict) && held.length === 0))
    return {
      outcome: 'not-judged',
      reason: `the model's evidence for ${verdict} does not stand in the trace`,
    }
  const told = held.slice(0, 2).map(({ label, quote }) => `${label}: ${quoteShort(quote)}`)
  return {
    outcome: 'score',
    score: scores[verdict],
    reason: [`${verdict.replace('-', ' ')}: ${reason.trim()}`, ...told].join('; '),
    spans: held.flatMap((each) => toSpan(each, trace)),
  }
}

/** Spans stand only in texts that are shown as they are. */
function toSpan(quoted: Quoted, trace: readonly FencedText[]): readonly CheckSpan[] {
  const [at, span] = [pathOfLabel(quoted.label), locateQuoted(quoted, trace)]
  return at === null || span === null ? [] : [{ ...span, at, label: 'evidence' }]
}
