import type { Detection, Detector, DetectorInput } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
import { normaliseText } from '../normalise/normalise-text.ts'
import { toScore, type Evidence } from './evidence.ts'
import { findDirect } from './find-direct.ts'
import { findHidden } from './find-hidden.ts'
import { findJailbreak } from './find-jailbreak.ts'
import { findOrders } from './find-orders.ts'
import { openInjectionModels, type InjectionModels } from './injection-models.ts'
import { splitSegments } from './split-segments.ts'
import { tellForm } from './text-form.ts'
import { detectorVersions } from '../detector-versions.data.ts'

/**
 * Text that means to take a model over: orders against what it was told, jailbreaks, and orders that stand in data.
 * `source` (`user`, `document`, `tool`, `mail`, `web`, `code`, `table`) says whether the text may ask for anything at
 * all; without it the form of the text decides. What the user's `task` speaks of is no stranger in the data.
 */
export const promptInjectionDetector: Detector = {
  id: 'prompt-injection',
  version: detectorVersions['prompt-injection'],
  detect: async (inputs) => {
    const models = await openInjectionModels()
    return ok(inputs.map((input) => detect(input, models)))
  },
}

function detect({ text, task, source }: DetectorInput, models: InjectionModels): Detection {
  const plain = normaliseText(text)
  const segments = splitSegments(plain.text)
  const form = tellForm(plain.text, segments, source)
  const inPlain = [
    ...findDirect(plain.text, segments, form, models.direct),
    ...findOrders(segments, form, models, task),
    findJailbreak(plain.text, models.jailbreak),
  ].map((evidence) => ({
    ...evidence,
    start: plain.origins[evidence.start] ?? 0,
    end: plain.origins[evidence.end] ?? text.length,
  }))
  const all: readonly Evidence[] = [...inPlain, ...findHidden(text, models)]
  return {
    score: toScore(all.reduce((most, { logit }) => Math.max(most, logit), -9)),
    spans: all
      .filter(({ logit }) => logit >= 0)
      .map(({ logit, label, start, end }) => ({ start, end, label, score: toScore(logit) }))
      .sort((a, b) => a.start - b.start),
  }
}
