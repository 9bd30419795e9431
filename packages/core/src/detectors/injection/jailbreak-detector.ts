import type { Detector } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
import type { LinearModel } from '../classifier/linear-model.ts'
import { decodeHidden } from '../normalise/decode-hidden.ts'
import { normaliseText } from '../normalise/normalise-text.ts'
import { toScore, type Evidence } from './evidence.ts'
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
        const { logit, ...found } = findSurest(text, model)
        const score = toScore(logit)
        return { score, spans: logit < 0 ? [] : [{ ...found, score }] }
      }),
    )
  },
}

/** In the text as a whole, or in what it hides. */
const findSurest = (text: string, model: LinearModel): Evidence =>
  [{ text, start: 0, end: text.length }, ...decodeHidden(text)]
    .map(({ text: part, start, end }) => ({ ...findJailbreak(normaliseText(part).text, model), start, end }))
    .reduce((surest, each) => (each.logit > surest.logit ? each : surest))
