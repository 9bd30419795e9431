import type { Detection, Detector, DetectorInput } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
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
  const { score, refusing } = readRefusal(text, task)
  return { score, spans: refusing.map((one) => ({ ...one, score: one.label === 'not-known' ? 0.7 : 0.9 })) }
}
