import * as z from 'zod'
import { checkAnswerRelevancePrompt } from '../../prompts/check-answer-relevance.data.ts'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, CheckPorts, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge, modelParameter } from './ask-judge.ts'
import {
  isEmptyText,
  labelTexts,
  listShort,
  maxAnswerLength,
  questionTexts,
  quoteShort,
} from './case-texts.ts'
import { findEntryFault } from './find-entry-fault.ts'
import { splitParts } from './split-parts.ts'

const input = 'What is the default timeout?'
const part = (label: string, verdict: string) => ({ part: label, reason: 'read', verdict })

/** The answer deals with what was asked, and with nothing else. */
export const answerRelevanceCheck = defineCheck({
  id: 'answer-relevance',
  kind: 'answer',
  title: 'Answer relevance',
  measures:
    'Sentences of the answer that deal with the question, as a share of all that say something; greetings and offers are not counted. An answer that does not commit itself scores 0. One call.',
  limits:
    'A false answer can be relevant, and a right refusal is not: see correctness. The threshold of 0.7 is a starting value of ours.',
  reads: ['answer', 'input'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.7,
  parameters: z.strictObject({ model: modelParameter }),
  examples: [
    {
      case: { input, answer: 'The default is 30 s.' },
      modelReplies: [{ parts: [part('s1', 'relevant')], declined: 'no' }],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { input, answer: 'Hello! It is 30 s. The server is written in C.' },
      modelReplies: [
        { parts: [part('s1', 'neutral'), part('s2', 'relevant'), part('s3', 'irrelevant')], declined: 'no' },
      ],
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { input, answer: 'I do not know.' },
      modelReplies: [{ parts: [part('s1', 'relevant')], declined: 'yes' }],
      outcome: 'fail',
      score: 0,
    },
    { case: { input, answer: ' ' }, outcome: 'fail', score: 0 },
  ],
  prepare: ({ model }) => ok({ run: (each, ports) => judgeRelevance(each, ports, model) }),
})

/** Parts of one call: so many fit the output tokens of the prompt. */
const maxParts = 60

async function judgeRelevance(
  each: CheckInput,
  ports: CheckPorts,
  model: string | undefined,
): Promise<Result<Finding>> {
  const text = each.text.slice(0, maxAnswerLength)
  if (isEmptyText(text)) return ok({ outcome: 'score', score: 0, reason: 'the answer is empty' })
  const spans = splitParts(text, maxParts)
  const parts = labelTexts(
    's',
    spans.map(({ start, end }) => text.slice(start, end)),
  )
  const asked = await askJudge(
    { check: 'answer-relevance', model, ports },
    checkAnswerRelevancePrompt,
    { question: questionTexts(each.case), parts },
    {
      check: (reply) =>
        findEntryFault(
          'parts',
          parts,
          reply.parts.map((entry) => entry.part),
        ),
    },
  )
  if (!asked.ok) return asked
  const { declined, parts: entries } = asked.value
  const verdicts = new Map(entries.map((entry) => [entry.part, entry.verdict]))
  const unclear = parts.find(({ label }) => verdicts.get(label) === 'unclear')
  if (unclear !== undefined)
    return ok({ outcome: 'not-judged', reason: `it could not be told of ${quoteShort(unclear.text)}` })
  const withVerdict = (wanted: string) => parts.filter(({ label }) => verdicts.get(label) === wanted)
  const relevant = withVerdict('relevant').length
  const off = withVerdict('irrelevant').map(({ text: words }) => quoteShort(words))
  const counted = relevant + off.length
  return ok({
    outcome: 'score',
    score: declined === 'yes' || counted === 0 ? 0 : relevant / counted,
    reason: describe({ declined: declined === 'yes', relevant, counted, off }),
    spans: spans.flatMap((span, index) =>
      verdicts.get(`s${index + 1}`) === 'irrelevant' ? [{ ...span, label: 'irrelevant' }] : [],
    ),
  })
}

function describe({
  declined,
  relevant,
  counted,
  off,
}: {
  readonly declined: boolean
  readonly relevant: number
  readonly counted: number
  readonly off: readonly string[]
}): string {
  if (declined) return 'the answer does not commit itself'
  if (counted === 0) return 'the answer says nothing about the question'
  return `${relevant} of ${counted} sentences relevant${off.length === 0 ? '' : `; not: ${listShort(off)}`}`
}
