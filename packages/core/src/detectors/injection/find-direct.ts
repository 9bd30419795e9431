import type { LinearModel } from '../classifier/linear-model.ts'
import type { Evidence } from './evidence.ts'
import { withoutQuotedParts } from './quoted-parts.ts'
import type { Segment } from './split-segments.ts'
import { structureMarks } from './structure-marks.ts'
import type { TextForm } from './text-form.ts'

/** Log odds of the model from which a text counts as found. */
const threshold = 0.42
/** Writing for people may speak of attacks at length. */
const writingThreshold = 0.6
/** A long text has many windows, and one of them is soon suspicious by chance. */
const windowThreshold = 1.2
/** Of a window, in UTF-16 units. */
const windowLength = 500

/** Speech against what a model was told, in the text as a whole and in its windows, with marks of structure. */
export function findDirect(
  text: string,
  segments: readonly Segment[],
  form: TextForm,
  model: LinearModel,
): readonly Evidence[] {
  const said = withoutQuotedParts(text)
  const marks = findMarks(said)
  const bonus = Math.min(
    1.5,
    marks.reduce((sum, { weight }) => sum + weight, 0),
  )
  const isWriting = form === 'document' || form === 'writing'
  const shown = isWriting ? said : text
  const whole = {
    logit: model.logit(shown) + bonus - (isWriting ? writingThreshold : threshold),
    label: 'injection',
    start: 0,
    end: text.length,
  }
  if (text.length <= windowLength * 1.5) return [whole]
  const parts = windowsOf(segments).map(({ start, end }) => ({
    logit: model.logit(shown.slice(start, end)) - windowThreshold,
    label: 'injection',
    start,
    end,
  }))
  return [whole, ...parts]
}

/** Each kind of mark once. */
const findMarks = (text: string): readonly { readonly weight: number }[] =>
  structureMarks.filter(({ pattern }) => text.search(pattern) >= 0)

/** Runs of segments of about one length, each starting in the middle of the one before. */
function windowsOf(segments: readonly Segment[]): readonly { start: number; end: number }[] {
  const windows: { start: number; end: number }[] = []
  let from = 0
  for (const [index, segment] of segments.entries()) {
    const first = segments[from]
    if (!first || segment.end - first.start < windowLength) continue
    windows.push({ start: first.start, end: segment.end })
    const middle = (first.start + segment.end) / 2
    while (from < index && (segments[from]?.start ?? 0) < middle) from += 1
  }
  const [first, last] = [segments[from], segments.at(-1)]
  if (first && last) windows.push({ start: first.start, end: last.end })
  return windows
}
