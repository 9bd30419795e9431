import type { Detection, Detector } from '../../ports/detector.ts'
import { ok } from '../../result.ts'
import { detectorVersions } from '../detector-versions.data.ts'

type Reader = (text: string) => Detection

/** The word lists and weights are read with the first text. */
let reader: Promise<Reader> | null = null

const openReader = (): Promise<Reader> => (reader ??= loadReader())

async function loadReader(): Promise<Reader> {
  const [{ createToxicityReader }, { default: weights }] = await Promise.all([
    import('./read-toxicity.ts'),
    import('./weights.json', { with: { type: 'json' } }),
  ])
  return createToxicityReader(weights)
}

/**
 * Finds hate against a group, insults and threats at a person, and swearing (`hate`, `insult`, `threat`, `profanity`), in
 * English. Groups, insults and the like are read by class and not by word, so that naming one group weighs no more than
 * naming another. Swearing at nobody stays under the threshold.
 */
export const toxicityDetector: Detector = {
  id: 'toxicity',
  version: detectorVersions.toxicity,
  detect: async (inputs) => {
    const read = await openReader()
    return ok(inputs.map(({ text }) => read(text)))
  },
}
