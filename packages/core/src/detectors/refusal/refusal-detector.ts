import type { Detection, Detector, DetectorInput } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
import { normaliseText } from '../normalise/normalise-text.ts'
import { readRefusal } from './read-refusal.ts'
import { detectorVersions } from '../detector-versions.data.ts'

/**
 * Whether an answer refuses: that it will not (`policy`), that it cannot (`not-known`), or that it says nothing (`empty`).
 * Spans are the refusing statements; an answer that refuses in passing and then answers has spans and a low score.
 */
export const refusalDetector: Detector = {
  id: 'refusal',
  version: detectorVersions.refusal,
  detect: (inputs) => Promise.resolve(ok(inputs.map(detectRefusal))),
}

function detectRefusal({ text, task }: DetectorInput): Detection {
  const asItStands = toDetection(readRefusal(text, task))
  const plain = normaliseText(text)
  if (plain.text === text) return asItStands
  const behind = toDetection(readRefusal(plain.text, task))
  if (behind.score <= asItStands.score) return asItStands
  return {
    score: behind.score,
    spans: behind.spans.map((span) => ({
      ...span,
      start: plain.origins[span.start] ?? 0,
      end: plain.origins[span.end] ?? text.length,
    })),
  }
}

const toDetection = ({ score, refusing }: ReturnType<typeof readRefusal>): Detection => ({
  score,
  spans: refusing.map((one) => ({ ...one, score: one.label === 'not-known' ? 0.7 : 0.9 })),
})
