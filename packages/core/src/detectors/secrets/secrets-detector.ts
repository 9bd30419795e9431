import type { Detection, Detector } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
import { detectorVersions } from '../detector-versions.data.ts'
import { findBehind } from '../normalise/find-behind.ts'
import { findSecrets } from './find-secrets.ts'

/** Keys, tokens and passwords: by their issuer's form, by checksums, by the names and texts they stand in. */
export const secretsDetector: Detector = {
  id: 'secrets',
  version: detectorVersions.secrets,
  async detect(inputs) {
    const detections: Detection[] = []
    for (const { text } of inputs) {
      const spans = await findBehind(text, findSecrets)
      detections.push({ score: Math.max(0, ...spans.map(({ score }) => score)), spans })
    }
    return ok(detections)
  },
}
