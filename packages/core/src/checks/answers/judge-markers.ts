import type { CheckCase } from '@assay/contracts'
import type * as z from 'zod'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { checkCitationsPrompt } from '../../prompts/check-citations.data.ts'
import { ok, type Result } from '../../result.ts'
import { askJudge, type Asking } from './ask-judge.ts'
import { answerTexts, labelTexts } from './case-texts.ts'
import type { Marker } from './find-citations.ts'
import { findEntryFault } from './find-entry-fault.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'

type Entry = z.infer<typeof checkCitationsPrompt.outputSchema>['sentences'][number]

export interface JudgedMarker extends Marker {
  /** `found`: the context exists, and nobody was asked whether it supports the sentence. */
  readonly status: Entry['status'] | 'found' | 'no-such-source'
  readonly evidence: string | null
}

interface CitedText {
  readonly markers: readonly Marker[]
  readonly passages: NonNullable<CheckCase['contexts']>
}

/** A sentence with everything it cites: judged once, for all its markers. */
interface CitedSentence {
  readonly key: string
  readonly text: string
  readonly passages: readonly FencedText[]
}

const batchSize = 25

/** Whether what is cited supports each sentence; markers of contexts that do not exist are not asked about. */
export async function judgeMarkers(
  asking: Asking,
  text: string,
  { markers, passages }: CitedText,
): Promise<Result<readonly JudgedMarker[]>> {
  const sentences = groupBySentence(text, { markers, passages })
  const judged = new Map<string, Pick<JudgedMarker, 'status' | 'evidence'>>()
  for (let start = 0; start < sentences.length; start += batchSize) {
    const batch = await judgeBatch(asking, text, sentences.slice(start, start + batchSize))
    if (!batch.ok) return batch
    for (const [key, verdict] of batch.value) judged.set(key, verdict)
  }
  return ok(
    markers.map((marker) => ({
      ...marker,
      ...(marker.contexts.length === 0 ? notThere : (judged.get(keyOf(marker)) ?? notTold)),
    })),
  )
}

const notThere = { status: 'no-such-source', evidence: null } as const
const notTold = { status: 'unclear', evidence: null } as const
const keyOf = ({ sentence }: Marker): string => `${sentence.start}-${sentence.end}`

function groupBySentence(text: string, { markers, passages }: CitedText): readonly CitedSentence[] {
  const keys = [...new Set(markers.filter(({ contexts }) => contexts.length > 0).map(keyOf))]
  return keys.flatMap((key) => {
    const own = markers.filter((marker) => keyOf(marker) === key)
    const [first] = own
    const cited = new Set(own.flatMap(({ contexts }) => contexts))
    const texts = passages.flatMap((passage, index) =>
      cited.has(index) ? [{ label: `p${index + 1}`, text: passage.text }] : [],
    )
    return first === undefined
      ? []
      : [{ key, text: text.slice(first.sentence.start, first.sentence.end), passages: texts }]
  })
}

async function judgeBatch(
  asking: Asking,
  text: string,
  batch: readonly CitedSentence[],
): Promise<Result<ReadonlyMap<string, Pick<JudgedMarker, 'status' | 'evidence'>>>> {
  const sentences = labelTexts(
    's',
    batch.map((each) => each.text),
  )
  const passagesOf = new Map(batch.map(({ passages }, index) => [`s${index + 1}`, passages]))
  const shown = new Map(batch.flatMap(({ passages }) => passages.map((each) => [each.label, each])))
  const asked = await askJudge(
    asking,
    checkCitationsPrompt,
    {
      passages: [...shown.values()],
      answer: answerTexts(text),
      sentences,
      citations: batch
        .map(({ passages }, index) => `s${index + 1}: ${passages.map(({ label }) => label).join(', ')}`)
        .join('\n'),
    },
    {
      check: ({ sentences: entries }, ask) => {
        const loose = entries.find((entry) => isLoose(entry, passagesOf.get(entry.sentence) ?? []))
        const labels = entries.map(({ sentence }) => sentence)
        return (
          findEntryFault('sentences', sentences, labels) ??
          (ask === 2 || loose === undefined
            ? null
            : `sentences: the quote for ${loose.sentence} does not stand in a passage it cites`)
        )
      },
    },
  )
  if (!asked.ok) return asked
  return ok(
    new Map(
      asked.value.sentences.flatMap((entry) => {
        const key = batch[Number(entry.sentence.slice(1)) - 1]?.key
        const passages = passagesOf.get(entry.sentence) ?? []
        const status = isLoose(entry, passages) ? 'unclear' : entry.status
        return key === undefined ? [] : [[key, { status, evidence: findWords(entry, passages) }] as const]
      }),
    ),
  )
}

const isLoose = (entry: Entry, passages: readonly FencedText[]): boolean =>
  (entry.status === 'supported' || entry.status === 'contradicted') && findWords(entry, passages) === null

function findWords({ quote }: Entry, passages: readonly FencedText[]): string | null {
  for (const { text } of passages) {
    const span = locateQuote(quote, text)
    if (span !== null) return text.slice(span.start, span.end)
  }
  return null
}
