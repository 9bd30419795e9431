import type { CheckCase, CheckSpan } from '@assay/contracts'
import * as z from 'zod'
import { splitSentences } from '../../knowledge/split-sentences.ts'
import { checkContextRelevancePrompt } from '../../prompts/check-context-relevance.data.ts'
import { ok } from '../../result.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge } from '../answers/ask-judge.ts'
import { questionTexts } from '../answers/case-texts.ts'
import { findEntryFault } from '../answers/find-entry-fault.ts'
import { judgedParameters, nothingRetrieved } from './judged-parameters.ts'

type Verdict = z.infer<typeof checkContextRelevancePrompt.outputSchema>

interface Passage {
  readonly label: string
  readonly sentences: readonly { readonly label: string; readonly start: number; readonly end: number }[]
  /** One sentence a line, its label first. */
  readonly text: string
}

const said = (...sentences: readonly string[]) => ({
  passages: [{ passage: 'p1', reason: 'read', sentences }],
  verdict: 'judged',
})
const asked = {
  input: 'What is the limit?',
  contexts: [{ text: 'The limit is 30 s. There are three plans. Ann wrote it.' }],
}

/** How much of what was retrieved the question needs, by a model (the context relevance of the Ragas paper). */
export const contextRelevanceCheck = defineCheck({
  id: 'context-relevance',
  kind: 'retrieval',
  title: 'Context relevance',
  measures:
    'Sentences of the retrieved passages that the question needs, over all their sentences, 0 to 1 (Es et al., RAGAS, EACL 2024, eq. 3). A model names them by label; the spans point to them.',
  limits:
    "Falls with the size of the chunks: compare only runs with the same chunker. Unlike the paper's, the sentences are cut by us (UAX 29) and named, not copied, by the model; Ragas' later metric of that name rates from 0 to 2 instead. The threshold of 0.2 is a starting value of ours.",
  reads: ['input', 'contexts'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.2,
  parameters: z.strictObject(judgedParameters),
  examples: [
    { case: asked, modelReplies: [said('p1-s1')], outcome: 'pass', score: 1 / 3 },
    { case: asked, modelReplies: [said()], outcome: 'fail', score: 0 },
    { case: { ...asked, contexts: [] }, outcome: 'fail', score: 0 },
    { case: { answer: 'It is 30 s.' }, outcome: 'not-applicable' },
  ],
  prepare: ({ k, model }) =>
    ok({
      async run({ case: checkCase }, ports) {
        if (checkCase.contexts?.length === 0) return ok(nothingRetrieved)
        const passages = cutPassages(checkCase, k)
        if (passages.length === 0)
          return ok({ outcome: 'not-applicable', reason: 'the passages hold no sentence' })
        const verdict = await askJudge(
          { check: 'context-relevance', model, ports },
          checkContextRelevancePrompt,
          {
            question: questionTexts(checkCase),
            passages: passages.map(({ label, text }) => ({ label, text })),
          },
          { check: (value) => findFault(value, passages) },
        )
        return verdict.ok ? ok(judgeSentences(verdict.value, passages)) : verdict
      },
    }),
})

/** Passages without a word are left out; labels keep the rank. */
const cutPassages = ({ contexts = [] }: CheckCase, k: number): readonly Passage[] =>
  contexts.slice(0, k).flatMap(({ text }, rank) => {
    const label = `p${rank + 1}`
    const sentences = splitSentences(text, { start: 0, end: text.length })
      .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
      .map((span, index) => ({ ...span, label: `${label}-s${index + 1}` }))
    // A line break within a sentence could begin a line with another label.
    const lines = sentences.map(
      (each) => `${each.label} ${text.slice(each.start, each.end).replaceAll(/\s+/g, ' ')}`,
    )
    return sentences.length === 0 ? [] : [{ label, sentences, text: lines.join('\n') }]
  })

function findFault({ passages }: Verdict, shown: readonly Passage[]): string | null {
  const missing = findEntryFault(
    'passages',
    shown,
    passages.map(({ passage }) => passage),
  )
  if (missing !== null) return missing
  const known = new Set(shown.flatMap(({ sentences }) => sentences.map(({ label }) => label)))
  const unknown = passages.flatMap(({ sentences }) => sentences).find((label) => !known.has(label))
  return unknown === undefined ? null : `passages: there is no sentence ${unknown.slice(0, 40)}`
}

function judgeSentences({ passages, verdict }: Verdict, shown: readonly Passage[]): Finding {
  if (verdict === 'cannot-tell') return { outcome: 'not-judged', reason: 'the model cannot tell' }
  const named = new Set(passages.flatMap(({ sentences }) => sentences))
  const total = shown.reduce((sum, { sentences }) => sum + sentences.length, 0)
  const spans: readonly CheckSpan[] = shown.flatMap(({ label, sentences }) =>
    sentences
      .filter((each) => named.has(each.label))
      .map(({ start, end }) => ({
        at: `$.contexts[${Number(label.slice(1)) - 1}].text`,
        start,
        end,
        label: 'relevant',
      })),
  )
  return {
    outcome: 'score',
    score: spans.length / total,
    reason: `${spans.length} of ${total} sentences are needed to answer the question`,
    spans,
  }
}
