import type { DetectedSpan, Detection, Detector } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
import { completeNames } from './complete-names.ts'
import { findPatterns } from './find-patterns.ts'
import { mergeNames } from './merge-names.ts'
import { tagEntities } from './tagger/tag-entities.ts'
import { findBehind } from '../normalise/find-behind.ts'
import { detectorVersions } from '../detector-versions.data.ts'

/** What is public by itself is reported, and counts only where it is asked for by its label. */
const publicLabels = new Set(['location', 'organization', 'title', 'nationality'])
const publicShare = 0.49

/** Nothing is a name or an address by its figures alone; a letter is enough where a script writes words with one. */
const aWord =
  /\p{L}{3}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]|\b\p{Lu}\p{Ll}\b/u

/**
 * Personal data: what has a fixed form by rules, check digits and the words beside it; names and postal addresses by a
 * small tagger. From 0.5 on a span is personal by itself; what is public (places, dates, addresses of the web) and what
 * only may be a number of a person stands below.
 */
export const piiDetector: Detector = {
  id: 'pii',
  version: `${detectorVersions.pii}.${detectorVersions['pii-names']}`,
  async detect(inputs) {
    const detections: Detection[] = []
    for (const { text } of inputs) detections.push(toDetection(await findBehind(text, findPersonal)))
    return ok(detections)
  },
}

async function findPersonal(text: string): Promise<readonly DetectedSpan[]> {
  const names = completeNames(text, await tagEntities(text))
    .filter(({ start, end }) => aWord.test(text.slice(start, end)))
    .map((name) => (publicLabels.has(name.label) ? { ...name, score: name.score * publicShare } : name))
  return mergeNames(findPatterns(text), names)
}

const toDetection = (spans: readonly DetectedSpan[]): Detection => ({
  score: spans.reduce((surest, { score }) => Math.max(surest, score), 0),
  spans,
})
