import type { Detector } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
import { normaliseText } from '../normalise/normalise-text.ts'
import { toScore } from './evidence.ts'
import { findJailbreak, openJailbreakModel } from './find-jailbreak.ts'
import { detectorVersions } from '../detector-versions.data.ts'

/** Text that asks a model to leave its rules: a persona without limits, a mode, a game, a fiction, a bargain. */
export const jailbreakDetector: Detector = {
  id: 'jailbreak',
  version: detectorVersions.jailbreak,
  detect: async (inputs) => {
    const model = await openJailbreakModel()
    return ok(
      inputs.map(({ text }) => {
        const { logit, label } = findJailbreak(normaliseText(text).text, model)
        const score = toScore(logit)
        return { score, spans: logit < 0 ? [] : [{ start: 0, end: text.length, label, score }] }
      }),
    )
  },
}
