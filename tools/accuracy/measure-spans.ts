import type { MeasuredSet } from '@assay/contracts'
import type { DetectedSpan } from '../../packages/core/src/ports/detector.ts'
import type { Described } from './measure-detector.ts'
import { measureSet } from './measure-set.ts'

export type Place = Pick<DetectedSpan, 'start' | 'end'>

export interface MarkedSpan extends Place {
  /** `null`: nothing that is looked for; an alarm there is no false one, a miss no miss. */
  readonly label: string | null
}

export interface MarkedText {
  readonly text: string
  readonly spans: readonly MarkedSpan[]
  /** Texts that are not independent share it; absent: the spans of this text do. */
  readonly clusterKey?: string | undefined
}

export interface ReadText extends MarkedText {
  readonly found: readonly DetectedSpan[]
}

type Matches = (found: DetectedSpan, marked: MarkedSpan) => boolean

/** Positives are marked spans, found where any span overlaps them; negatives are texts without any. */
export function measureSpans(texts: readonly ReadText[], described: Described): MeasuredSet {
  const rows = texts.flatMap(({ spans, found, clusterKey }, at) => {
    const cluster = { clusterKey: clusterKey ?? `text ${at}` }
    if (spans.length === 0) return [{ isPositive: false, isFound: found.length > 0, ...cluster }]
    return spans
      .filter(isLookedFor)
      .map((span) => ({ isPositive: true, isFound: found.some((one) => overlaps(one, span)), ...cluster }))
  })
  const measured = measureSet(rows, {
    ...described,
    what: `${described.what}. Positives are spans, negatives are texts without any`,
  })
  return measured.positives === 0 ? measured : { ...measured, others: spanFigures(texts) }
}

function spanFigures(texts: readonly ReadText[]): Readonly<Record<string, number>> {
  const labels = new Set(texts.flatMap(({ spans }) => spans.flatMap(({ label }) => label ?? [])))
  return Object.fromEntries([
    ['F2 of spans, any type', f2Of(texts, overlaps)],
    ['F2 of spans, exact, any type', f2Of(texts, isSame)],
    ...[...labels].map((label) => [`found of ${label}`, recallOf(texts, overlaps, label)]),
  ])
}

/** Recall counts twice as much as precision. */
export function f2Of(texts: readonly ReadText[], matches: Matches): number {
  const precision = share(
    texts.flatMap(({ spans, found }) =>
      found
        .filter((one) => !spans.some((span) => !isLookedFor(span) && overlaps(one, span)))
        .map((one) => spans.some((span) => matches(one, span))),
    ),
  )
  const recall = recallOf(texts, matches)
  return (5 * precision * recall) / Math.max(4 * precision + recall, Number.EPSILON)
}

/** Of spans of one label, or of all that are looked for. */
const recallOf = (texts: readonly ReadText[], matches: Matches, label?: string): number =>
  share(
    texts.flatMap(({ spans, found }) =>
      spans
        .filter((span) => isLookedFor(span) && (label === undefined || span.label === label))
        .map((span) => found.some((one) => matches(one, span))),
    ),
  )

const isLookedFor = ({ label }: MarkedSpan): boolean => label !== null

export const share = (passes: readonly boolean[]): number =>
  passes.filter(Boolean).length / Math.max(1, passes.length)

export const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end
export const isSame = (a: Place, b: Place): boolean => a.start === b.start && a.end === b.end
