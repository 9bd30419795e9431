import type { CheckCase } from '@assay/contracts'
import * as z from 'zod'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { checkContradictionPrompt } from '../../prompts/check-contradiction.data.ts'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge, modelParameter, type Asking } from './ask-judge.ts'
import {
  answerTexts,
  contextTexts,
  isEmptyText,
  labelTexts,
  listShort,
  maxAnswerLength,
  questionTexts,
  quoteShort,
} from './case-texts.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'

const contexts = [{ text: 'Requests time out after 30 s.' }]
const found = (quote: string, against: string) => ({
  contradictions: [{ quote, source: 'p1', against, reason: 'The values differ.' }],
  verdict: 'contradicts',
})
const none = { contradictions: [], verdict: 'none' }

/** The answer says something that cannot be true together with a given text. */
export const contradictionCheck = defineCheck({
  id: 'contradiction',
  kind: 'answer',
  title: 'Contradiction',
  measures:
    'Fails where the answer and the references, or with `against: contexts` what was retrieved, cannot both be true; both places are shown. The score is 1 for a contradiction, else 0. One call.',
  limits: 'What the answer leaves out or adds is no contradiction: see faithfulness and completeness.',
  reads: ['answer'],
  cost: 'model calls',
  better: 'lower',
  threshold: 0.5,
  parameters: z.strictObject({
    against: z
      .enum(['references', 'contexts'])
      .optional()
      .describe('What the answer is held against; default: the references, else the contexts'),
    model: modelParameter,
  }),
  examples: [
    { case: { answer: 'It waits 30 s.', contexts }, modelReplies: [none], outcome: 'pass', score: 0 },
    {
      case: { answer: 'It waits 60 s.', contexts },
      modelReplies: [found('60 s', 'after 30 s')],
      outcome: 'fail',
      score: 1,
    },
    {
      case: { answer: 'It waits 60 s.', contexts },
      modelReplies: [found('60 s', 'after 20 s'), found('60 s', 'after 20 s')],
      outcome: 'not-judged',
    },
    { case: { answer: '', contexts }, outcome: 'not-applicable' },
    { case: { answer: 'It waits 30 s.' }, outcome: 'not-applicable' },
  ],
  prepare: ({ against, model }) =>
    ok({
      async run(each, ports): Promise<Result<Finding>> {
        const sources = sourcesOf(each, against)
        if (sources.length === 0)
          return ok({ outcome: 'not-applicable', reason: `the case has no ${against ?? 'reference'}` })
        if (isEmptyText(each.text)) return ok({ outcome: 'not-applicable', reason: 'the answer is empty' })
        return findContradictions({ check: 'contradiction', model, ports }, each, sources)
      },
    }),
})

function sourcesOf(
  { case: checkCase, references }: { readonly case: CheckCase; readonly references: readonly string[] },
  against: 'references' | 'contexts' | undefined,
): readonly FencedText[] {
  const asReferences = labelTexts('p', references)
  if (against === 'references' || (against === undefined && asReferences.length > 0)) return asReferences
  return contextTexts(checkCase)
}

async function findContradictions(
  asking: Asking,
  each: CheckInput,
  sources: readonly FencedText[],
): Promise<Result<Finding>> {
  const text = each.text.slice(0, maxAnswerLength)
  const asked = await askJudge(
    asking,
    checkContradictionPrompt,
    { question: questionTexts(each.case), sources, answer: answerTexts(text) },
    {
      check: ({ contradictions, verdict }, ask) => {
        if ((verdict === 'contradicts') !== contradictions.length > 0 && verdict !== 'unclear')
          return 'verdict: it does not fit the contradictions'
        const strange = contradictions.findIndex((one) => place(one, text, sources) === null)
        return ask === 1 && strange !== -1
          ? `contradictions.${strange}: its words do not stand in the answer and the text`
          : null
      },
    },
  )
  if (!asked.ok) return asked
  const { contradictions, verdict } = asked.value
  if (verdict === 'unclear') return ok({ outcome: 'not-judged', reason: 'it could not be told' })
  const placed = contradictions.flatMap((one) => place(one, text, sources) ?? [])
  const [first] = placed
  if (first !== undefined)
    return ok({
      outcome: 'score',
      score: 1,
      reason: listShort(
        placed.map(
          ({ start, end, evidence }) =>
            `${quoteShort(text.slice(start, end))} against ${quoteShort(evidence)}`,
        ),
      ),
      spans: placed,
    })
  return ok(
    verdict === 'none'
      ? { outcome: 'score', score: 0, reason: 'no contradiction was found' }
      : { outcome: 'not-judged', reason: 'the words that contradict stand nowhere' },
  )
}

/** Where both sides stand; `null`: one stands nowhere. */
function place(
  { quote, source, against }: { readonly quote: string; readonly source: string; readonly against: string },
  text: string,
  sources: readonly FencedText[],
) {
  const span = locateQuote(quote, text)
  for (const { text: other } of [...sources.filter(({ label }) => label === source), ...sources]) {
    const there = locateQuote(against, other)
    if (span !== null && there !== null)
      return { ...span, label: 'contradicted', evidence: other.slice(there.start, there.end) }
  }
  return null
}
