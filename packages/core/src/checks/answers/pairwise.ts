import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { queryJson } from '../../json-path/query-json.ts'
import { checkPairwisePrompt } from '../../prompts/check-pairwise.data.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { toText } from '../read-input.ts'
import { askJudge, modelParameter, type Asking } from './ask-judge.ts'
import { isEmptyText, labelTexts, maxAnswerLength, questionTexts } from './case-texts.ts'

const input = 'How long does it wait?'
const checkCase = { input, answer: 'It waits 30 s.', otherAnswer: 'Some time.' }
const reply = (better: string) => ({ reason: 'Only one gives the value.', better })

/** Which of two answers is better, asked in both orders. */
export const pairwiseCheck = defineCheck({
  id: 'pairwise',
  kind: 'answer',
  title: 'Pairwise preference',
  measures:
    'Whether the answer is better than another one, asked twice with the two in both orders: 1 better, 0.5 a tie, 0 worse. Where the two orders disagree it is a tie, and the reason says so: the share of such cases is the position bias of the judge (Zheng et al. 2023). Two calls; none where the answers are the same or one is empty.',
  limits:
    'It passes when the answer is not worse; ask for more with a threshold of 1. Judges like what they would have written themselves: use another model than the targets’.',
  reads: ['answer'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.5,
  parameters: z.strictObject({
    toPath: z.string().default('$.otherAnswer').describe('JSONPath of the other answer in the case'),
    criteria: z
      .string()
      .trim()
      .min(1)
      .default('It answers the question correctly and in full, and says nothing wrong or beside the point.')
      .describe('What makes an answer better'),
    model: modelParameter,
  }),
  examples: [
    { case: checkCase, modelReplies: [reply('first'), reply('second')], outcome: 'pass', score: 1 },
    { case: checkCase, modelReplies: [reply('second'), reply('first')], outcome: 'fail', score: 0 },
    { case: checkCase, modelReplies: [reply('first'), reply('first')], outcome: 'pass', score: 0.5 },
    { case: checkCase, modelReplies: [reply('tie'), reply('unclear')], outcome: 'not-judged' },
    { case: { input, answer: '', otherAnswer: 'It waits 30 s.' }, outcome: 'fail', score: 0 },
    { case: { input, answer: 'It waits 30 s.' }, outcome: 'not-applicable' },
  ],
  prepare({ toPath, criteria, model }) {
    const tried = readOther(toPath, probe)
    if (!tried.ok) return tried
    return ok({
      async run(each, ports): Promise<Result<Finding>> {
        const found = readOther(toPath, each.case)
        if (!found.ok) return found
        if (found.value === undefined)
          return ok({ outcome: 'not-applicable', reason: `the case has no ${toPath}` })
        const pair = [each.text, toText(found.value)].map((text) => text.slice(0, maxAnswerLength).trim())
        const [own = '', other = ''] = pair
        return (
          decideWithoutAsking(own, other) ??
          compareInBothOrders({ check: 'pairwise', model, ports }, each, { own, other, criteria })
        )
      },
    })
  },
})

/** Something to filter, so that a broken filter is found before the first case. */
const probe = { answers: [{ text: '' }], otherAnswer: '' }

function readOther(path: string, json: unknown): Result<unknown> {
  try {
    return ok(queryJson(path, json)[0])
  } catch (error) {
    return fail(createError('ASSAY-7015', { where: `pairwise.toPath: ${path}`, detail: String(error) }))
  }
}

function decideWithoutAsking(own: string, other: string): Result<Finding> | null {
  const [isEmpty, isOtherEmpty] = [isEmptyText(own), isEmptyText(other)]
  if (own === other || (isEmpty && isOtherEmpty))
    return ok({ outcome: 'score', score: 0.5, reason: 'a tie: both answers are the same' })
  if (isEmpty) return ok({ outcome: 'score', score: 0, reason: 'worse: the answer is empty' })
  if (isOtherEmpty) return ok({ outcome: 'score', score: 1, reason: 'better: the other answer is empty' })
  return null
}

interface Pair {
  readonly own: string
  readonly other: string
  readonly criteria: string
}

async function compareInBothOrders(asking: Asking, each: CheckInput, pair: Pair): Promise<Result<Finding>> {
  const [forward, backward] = await Promise.all([
    compare(asking, each, { first: pair.own, second: pair.other, criteria: pair.criteria }),
    compare(asking, each, { first: pair.other, second: pair.own, criteria: pair.criteria }),
  ])
  if (!forward.ok) return forward
  if (!backward.ok) return backward
  if (forward.value.better === 'unclear' || backward.value.better === 'unclear')
    return ok({ outcome: 'not-judged', reason: 'it could not be told which is better' })
  return ok(reconcile(forward.value, backward.value))
}

type Comparison = z.infer<typeof checkPairwisePrompt.outputSchema>

async function compare(
  asking: Asking,
  each: CheckInput,
  { first, second, criteria }: { readonly first: string; readonly second: string; readonly criteria: string },
): Promise<Result<Comparison>> {
  return askJudge(asking, checkPairwisePrompt, {
    criteria,
    question: questionTexts(each.case),
    reference: labelTexts('reference-', each.references),
    answers: [
      { label: 'first', text: first },
      { label: 'second', text: second },
    ],
  })
}

/** `forward` saw the answer first, `backward` second. */
function reconcile(forward: Comparison, backward: Comparison): Finding {
  const there = { first: 1, second: 0, tie: 0.5, unclear: 0.5 }[forward.better]
  const back = { first: 0, second: 1, tie: 0.5, unclear: 0.5 }[backward.better]
  const words = there === 1 ? 'better' : there === 0 ? 'worse' : 'a tie'
  if (there === back)
    return { outcome: 'score', score: there, reason: `${words} in both orders: ${forward.reason.trim()}` }
  const wins = `shown first it is ${name(there)}, shown second ${name(back)}`
  return { outcome: 'score', score: 0.5, reason: `a tie, as the two orders disagree: ${wins}` }
}

const name = (score: number): string => (score === 1 ? 'better' : score === 0 ? 'worse' : 'as good')
