import type { CheckCase, CheckSpan } from '@assay/contracts'
import * as z from 'zod'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, CheckPorts, Finding, NeededPart } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { modelParameter } from './ask-judge.ts'
import { isEmptyText, listShort, maxAnswerLength, quoteShort } from './case-texts.ts'
import { findCitations, type Marker, type Quotation } from './find-citations.ts'
import { judgeMarkers, type JudgedMarker } from './judge-markers.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'

const contexts = [
  { text: 'Requests time out after 30 s.', source: 'docs/limits.md' },
  { text: 'The server listens on port 8080.', source: 'docs/network.md' },
]
const entry = (sentence: string, status: string, quote: string) => ({
  sentence,
  reason: 'Read.',
  quote,
  status,
})

/** What the answer quotes stands there, and what it cites says so. */
export const citationAccuracyCheck = defineCheck({
  id: 'citation-accuracy',
  kind: 'answer',
  title: 'Citation accuracy',
  measures:
    'Right citations as a share of all. A quotation is right when its words stand in a context (case and marks may differ), and in a cited one where its sentence cites some. A marker, such as [2] or (limits.md), is right when there is such a context and, where a model is asked, when what it cites supports its sentence. No call without markers or a model, else one for each 25 sentences.',
  limits:
    'Sentences that cite nothing are not looked at: see faithfulness. Numbers count the contexts in the order given. Author-year citations and links are not read. The threshold of 1 is a starting value of ours.',
  reads: ['answer', 'contexts'],
  cost: 'model calls',
  better: 'higher',
  threshold: 1,
  parameters: z.strictObject({
    support: z
      .boolean()
      .optional()
      .describe(
        'Whether a model is asked if what is cited supports the sentence; default: where one is named',
      ),
    mustCite: z.boolean().default(false).describe('An answer without any citation scores 0'),
    firstNumber: z.number().int().min(0).max(1).default(1).describe('Number of the first context'),
    quoteWords: z
      .number()
      .int()
      .min(1)
      .max(50)
      .default(4)
      .describe('Words in quotation marks from which they are a quotation; fewer are a name or a term'),
    model: modelParameter,
  }),
  examples: [
    {
      case: { answer: 'It says: "requests time out after 30 s" [1].', contexts },
      parameters: { support: false },
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer: 'It says: "requests time out after 30 s" [2].', contexts },
      parameters: { support: false },
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { answer: 'It waits 30 s (limits.md) and retries twice [7].', contexts },
      parameters: { support: false },
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { answer: 'It waits 60 s [1]. It listens on port 8080 [2].', contexts },
      modelReplies: [
        {
          sentences: [
            entry('s1', 'contradicted', 'after 30 s'),
            entry('s2', 'supported', 'listens on port 8080'),
          ],
        },
      ],
      outcome: 'fail',
      score: 0.5,
    },
    { case: { answer: 'It waits 30 s.', contexts }, outcome: 'not-applicable' },
    {
      case: { answer: 'It waits 30 s.', contexts },
      parameters: { mustCite: true },
      outcome: 'fail',
      score: 0,
    },
  ],
  prepare: (parameters) =>
    ok({
      needs: neededBy(parameters.support),
      run: (input, ports) => judgeCitations(input, ports, parameters),
    }),
})

function neededBy(support: boolean | undefined): readonly NeededPart[] {
  if (support === undefined) return ['optional model']
  return support ? ['model'] : []
}

interface Parameters {
  readonly support?: boolean | undefined
  readonly mustCite: boolean
  readonly firstNumber: number
  readonly quoteWords: number
  readonly model?: string | undefined
}

async function judgeCitations(
  { text: whole, case: checkCase }: CheckInput,
  ports: CheckPorts,
  { support, mustCite, model, ...reading }: Parameters,
): Promise<Result<Finding>> {
  const text = whole.slice(0, maxAnswerLength)
  if (isEmptyText(text)) return ok({ outcome: 'not-applicable', reason: 'the answer is empty' })
  const { contexts: passages = [] } = checkCase
  const { markers, quotations } = findCitations(text, passages, reading)
  const quotes = quotations
    .filter((each) => !isOfConversation(text, each, checkCase))
    .map((each) => judgeQuotation(each, { passages, markers }))
  if (markers.length + quotes.length === 0)
    return ok(
      mustCite
        ? { outcome: 'score', score: 0, reason: 'the answer cites nothing' }
        : { outcome: 'not-applicable', reason: 'the answer cites nothing' },
    )
  const asksModel = support ?? (model ?? ports.model()) !== null
  const asking = { check: 'citation-accuracy', model, ports }
  const judged = asksModel
    ? await judgeMarkers(asking, text, { markers, passages })
    : ok(markers.map(holdExisting))
  if (!judged.ok) return judged
  const unclear = judged.value.find(({ status }) => status === 'unclear')
  if (unclear !== undefined)
    return ok({
      outcome: 'not-judged',
      reason: `it could not be told of ${quoteShort(text.slice(unclear.sentence.start, unclear.sentence.end))}`,
    })
  return ok(toFinding([...quotes, ...judged.value.map(toCitation)], text))
}

/** The words of the user or of the target itself are no citation. */
const isOfConversation = (
  text: string,
  { start, end }: Quotation,
  { input = '', history = [] }: CheckCase,
): boolean =>
  [input, ...history.map(({ content }) => content)].some(
    (message) => locateQuote(text.slice(start, end), message) !== null,
  )

const holdExisting = (marker: Marker): JudgedMarker => ({
  ...marker,
  status: marker.contexts.length === 0 ? 'no-such-source' : 'found',
  evidence: null,
})

interface Citation {
  readonly span: CheckSpan
  readonly isRight: boolean
}

/** Found in a cited context; in any where its sentence cites none. */
function judgeQuotation(
  { start, end, pieces, sentence }: Quotation,
  {
    passages,
    markers,
  }: { readonly passages: NonNullable<CheckCase['contexts']>; readonly markers: readonly Marker[] },
): Citation {
  const cited = markers
    .filter((marker) => marker.sentence.start < sentence.end && marker.sentence.end > sentence.start)
    .flatMap((marker) => marker.contexts)
  const holding = passages.flatMap((passage, index) =>
    pieces.every((piece) => locateQuote(piece, passage.text) !== null) ? [index] : [],
  )
  const isRight = cited.length === 0 ? holding.length > 0 : holding.some((index) => cited.includes(index))
  const label = isRight ? 'found' : holding.length > 0 ? 'wrong-source' : 'not-found'
  return { span: { start, end, label }, isRight }
}

const toCitation = ({ start, end, status, evidence }: JudgedMarker): Citation => ({
  span: { start, end, label: status, ...(evidence === null ? {} : { evidence }) },
  isRight: status === 'found' || status === 'supported',
})

function toFinding(citations: readonly Citation[], text: string): Finding {
  const wrong = citations.filter(({ isRight }) => !isRight)
  const right = citations.length - wrong.length
  const named = wrong.map(
    ({ span }) =>
      `${quoteShort(text.slice(span.start, span.end))} ${(span.label ?? '').replaceAll('-', ' ')}`,
  )
  return {
    outcome: 'score',
    score: right / citations.length,
    reason: `${right} of ${citations.length} citations right${named.length === 0 ? '' : `; wrong: ${listShort(named)}`}`,
    spans: citations.map(({ span }) => span),
  }
}
