import type { CheckSpan } from '@assay/contracts'
import * as z from 'zod'
import { checkContextPrecisionPrompt } from '../../prompts/check-context-precision.data.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { ok } from '../../result.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge } from '../answers/ask-judge.ts'
import { answerTexts, contextTexts, questionTexts } from '../answers/case-texts.ts'
import { findEntryFault } from '../answers/find-entry-fault.ts'
import { findLooseQuote, locateQuoted } from '../locate-quoted.ts'
import { judgedParameters, nothingRetrieved } from './judged-parameters.ts'

type Verdict = z.infer<typeof checkContextPrecisionPrompt.outputSchema>

const useful = (passage: string, quote: string) => ({ passage, reason: 'read', quote, verdict: 'useful' })
const useless = (passage: string) => ({ passage, reason: 'read', quote: '', verdict: 'not-useful' })

const limits = { text: 'The limit is 30 s.' }
const plans = { text: 'There are three plans.' }
const asked = { input: 'What is the limit?', reference: '30 s', answer: 'It is 30 s.' }

/** Whether the useful passages stand first, by a model (Ragas' context precision). */
export const contextPrecisionCheck = defineCheck({
  id: 'context-precision',
  kind: 'retrieval',
  title: 'Context precision',
  measures:
    "Average precision of the retrieved passages, 0 to 1: the mean, over the passages that are useful, of the share of useful ones up to each; 0 where none is. A model says which are useful to arrive at the reference, or at the answer (Ragas' context precision with and without reference).",
  limits:
    'Passages that are useful and absent do not count: use context-recall. Unlike Ragas, all passages are judged in one call, and a passage is useful only if the words the model names stand in it; else the case is not judged. The threshold of 0.5 is a starting value of ours.',
  reads: ['input', 'contexts'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.5,
  parameters: z.strictObject({
    against: z
      .enum(['reference', 'answer'])
      .default('reference')
      .describe('What the passages should help to arrive at'),
    ...judgedParameters,
  }),
  examples: [
    {
      case: { ...asked, contexts: [limits, plans] },
      modelReplies: [{ passages: [useful('p1', 'limit is 30 s'), useless('p2')] }],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { ...asked, contexts: [plans, plans, limits] },
      modelReplies: [{ passages: [useless('p1'), useless('p2'), useful('p3', '30 s')] }],
      outcome: 'fail',
      score: 1 / 3,
    },
    { case: { ...asked, contexts: [] }, outcome: 'fail', score: 0 },
    { case: { input: 'What is the limit?', contexts: [limits] }, outcome: 'not-applicable' },
  ],
  prepare: ({ against, k, model }) =>
    ok({
      async run({ case: checkCase, text, references }, ports) {
        const answer = against === 'reference' ? references[0] : text
        if (answer === undefined || answer.trim() === '')
          return ok({ outcome: 'not-applicable', reason: `the case has no ${against}` })
        const passages = contextTexts(checkCase).slice(0, k)
        if (passages.length === 0) return ok(nothingRetrieved)
        const verdict = await askJudge(
          { check: 'context-precision', model, ports },
          checkContextPrecisionPrompt,
          { question: questionTexts(checkCase), answer: answerTexts(answer), passages },
          { check: (value, ask) => findFault(value, passages, ask) },
        )
        return verdict.ok ? ok(judgePassages(verdict.value, passages)) : verdict
      },
    }),
})

function findFault({ passages }: Verdict, shown: readonly FencedText[], ask: 1 | 2): string | null {
  const labels = passages.map(({ passage }) => passage)
  const missing = findEntryFault('passages', shown, labels)
  if (missing !== null || ask === 2) return missing
  const quotes = passages.filter(({ verdict }) => verdict === 'useful')
  return findLooseQuote(
    quotes.map(({ passage: label, quote }) => ({ label, quote })),
    shown,
  )
}

function judgePassages({ passages }: Verdict, shown: readonly FencedText[]): Finding {
  const spans: CheckSpan[] = []
  const isUseful: boolean[] = []
  for (const [index, { label }] of shown.entries()) {
    const entry = passages.find(({ passage }) => passage === label)
    const span = locateQuoted({ label, quote: entry?.quote ?? '' }, shown)
    const isUnclear = entry?.verdict === 'cannot-tell' || (entry?.verdict === 'useful' && span === null)
    if (isUnclear)
      return { outcome: 'not-judged', reason: `the model cannot show whether ${label} is useful` }
    isUseful.push(entry?.verdict === 'useful')
    if (entry?.verdict === 'useful' && span !== null)
      spans.push({ ...span, at: `$.contexts[${index}].text`, label: 'useful' })
  }
  const ranks = isUseful.flatMap((each, index) => (each ? [index + 1] : []))
  return {
    outcome: 'score',
    score: averagePrecision(ranks),
    reason: `${ranks.length} of ${shown.length} passages are useful${ranks.length === 0 ? '' : `, at rank ${ranks.join(', ')}`}`,
    spans,
  }
}

/** Mean over the ranks that count, from 1, of the share of such ranks up to each. */
const averagePrecision = (ranks: readonly number[]): number =>
  ranks.reduce((sum, rank, index) => sum + (index + 1) / rank, 0) / Math.max(1, ranks.length)
