import * as z from 'zod'
import { checkCompletenessPrompt } from '../../prompts/check-completeness.data.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge, modelParameter, type Asking } from './ask-judge.ts'
import {
  answerTexts,
  isEmptyText,
  listShort,
  maxAnswerLength,
  questionTexts,
  quoteShort,
} from './case-texts.ts'
import { findUnclear, isSupported, judgeClaims } from './judge-claims.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'
import { splitClaims } from './split-claims.ts'

const input = 'What is the default timeout, and which option sets it?'
const half = [
  { asked: 'What is the default timeout', reason: 'It is given.', quote: '30 s', status: 'answered' },
  { asked: 'which option sets it', reason: 'No option is named.', quote: '', status: 'missing' },
]

/** The answer answers all that was asked. */
export const completenessCheck = defineCheck({
  id: 'completeness',
  kind: 'answer',
  title: 'Completeness',
  measures:
    'Parts of the question that the answer gives, as a share of all, in one call. With `of: reference`, claims of the first reference that the answer makes, in two calls, and one more for each 25 claims.',
  limits:
    'Of the question: a false answer can be complete. The threshold of 1 is a starting value of ours: everything asked for.',
  reads: ['answer'],
  cost: 'model calls',
  better: 'higher',
  threshold: 1,
  parameters: z.strictObject({
    of: z.enum(['question', 'reference']).default('question').describe('Whose parts are counted'),
    model: modelParameter,
  }),
  examples: [
    {
      case: { input, answer: '30 s, set by requestTimeout.' },
      modelReplies: [{ parts: [half[0], { ...half[1], quote: 'requestTimeout', status: 'answered' }] }],
      outcome: 'pass',
      score: 1,
    },
    { case: { input, answer: 'It is 30 s.' }, modelReplies: [{ parts: half }], outcome: 'fail', score: 0.5 },
    {
      case: { input, answer: 'It is 30 s.', reference: 'It is 30 s.' },
      parameters: { of: 'reference' },
      modelReplies: [
        { claims: [{ quote: 'It is 30 s', claim: 'The default timeout is 30 s.' }] },
        { claims: [{ claim: 'c1', reason: 'Same.', source: 'answer', quote: '30 s', status: 'supported' }] },
      ],
      outcome: 'pass',
      score: 1,
    },
    { case: { input, answer: '' }, outcome: 'fail', score: 0 },
    { case: { answer: 'It is 30 s.' }, outcome: 'not-applicable' },
  ],
  prepare: ({ of, model }) =>
    ok({
      async run(each, ports): Promise<Result<Finding>> {
        const asking = { check: 'completeness', model, ports }
        const absent = of === 'question' ? each.case.input === undefined : each.references.length === 0
        if (absent)
          return ok({
            outcome: 'not-applicable',
            reason: `the case has no ${of === 'question' ? 'input' : of}`,
          })
        if (isEmptyText(each.text)) return ok({ outcome: 'score', score: 0, reason: 'the answer is empty' })
        return of === 'question' ? judgeParts(asking, each) : judgeReference(asking, each)
      },
    }),
})

async function judgeParts(asking: Asking, each: CheckInput): Promise<Result<Finding>> {
  const text = each.text.slice(0, maxAnswerLength)
  const question = questionTexts(each.case)
  const asked = await askJudge(
    asking,
    checkCompletenessPrompt,
    { question, answer: answerTexts(text) },
    {
      check: ({ parts }, ask) =>
        parts.length === 0 ? 'parts: the list is empty' : ask === 1 ? findLoose(parts, question, text) : null,
    },
  )
  if (!asked.ok) return asked
  const { parts } = asked.value
  const loose = findLoose(parts, question, text)
  if (loose !== null) return ok({ outcome: 'not-judged', reason: loose })
  const unclear = parts.find(({ status }) => status === 'unclear')
  if (unclear !== undefined)
    return ok({ outcome: 'not-judged', reason: `it could not be told of ${quoteShort(unclear.asked)}` })
  return ok(
    toFinding(
      parts.map(({ asked: words, quote, status }) => ({
        words,
        isThere: status === 'answered',
        span: locateQuote(quote, text),
      })),
    ),
  )
}

type Entry = z.infer<typeof checkCompletenessPrompt.outputSchema>['parts'][number]

/** In words for the model: words that stand neither in the question nor in the answer. */
function findLoose(parts: readonly Entry[], question: readonly FencedText[], answer: string): string | null {
  const strange = parts.find(({ asked }) => question.every(({ text }) => locateQuote(asked, text) === null))
  if (strange !== undefined) return `parts: ${quoteShort(strange.asked)} does not stand in the question`
  const invented = parts.find(
    ({ status, quote }) => status === 'answered' && locateQuote(quote, answer) === null,
  )
  if (invented === undefined) return null
  return `parts: the quote ${quoteShort(invented.quote)} does not stand in the answer`
}

async function judgeReference(asking: Asking, each: CheckInput): Promise<Result<Finding>> {
  const text = each.text.slice(0, maxAnswerLength)
  const claims = await splitClaims(asking, each.references[0] ?? '', questionTexts(each.case))
  if (!claims.ok) return claims
  if ('outcome' in claims.value) return ok(claims.value)
  if (claims.value.length === 0)
    return ok({ outcome: 'not-applicable', reason: 'the reference claims nothing' })
  const judged = await judgeClaims(asking, claims.value, answerTexts(text))
  if (!judged.ok) return judged
  const parts = judged.value.map((claim) => ({
    words: claim.text,
    isThere: isSupported(claim),
    span: claim.evidence === null ? null : locateQuote(claim.evidence.words, text),
  }))
  return ok(findUnclear(judged.value) ?? toFinding(parts))
}

interface Part {
  readonly words: string
  readonly isThere: boolean
  readonly span: ReturnType<typeof locateQuote>
}

function toFinding(parts: readonly Part[]): Finding {
  const there = parts.filter(({ isThere }) => isThere)
  const missing = parts.filter(({ isThere }) => !isThere).map(({ words }) => quoteShort(words))
  return {
    outcome: 'score',
    score: there.length / parts.length,
    reason: `${there.length} of ${parts.length} parts given${missing.length === 0 ? '' : `; not: ${listShort(missing)}`}`,
    spans: there.flatMap(({ span, words }) =>
      span === null ? [] : [{ ...span, label: 'answered', evidence: words }],
    ),
  }
}
