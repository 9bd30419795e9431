import type { Detector } from '../ports/detector.ts'

/** The detectors that need no model and nothing installed, each loaded at its first use: their tables and weights are large. */
const loaders: Readonly<Record<string, () => Promise<Detector>>> = {
  pii: async () => (await import('./pii/pii-detector.ts')).piiDetector,
  secrets: async () => (await import('./secrets/secrets-detector.ts')).secretsDetector,
  toxicity: async () => (await import('./toxicity/toxicity-detector.ts')).toxicityDetector,
  'prompt-injection': async () =>
    (await import('./injection/prompt-injection-detector.ts')).promptInjectionDetector,
  jailbreak: async () => (await import('./injection/jailbreak-detector.ts')).jailbreakDetector,
  refusal: async () => (await import('./refusal/refusal-detector.ts')).refusalDetector,
}

export const builtInDetectorIds: readonly string[] = Object.keys(loaders)

export const hasBuiltInDetector = (id: string): boolean => Object.hasOwn(loaders, id)

/** `null`: there is none of this id. */
export const loadBuiltInDetector = async (id: string): Promise<Detector | null> =>
  (await loaders[id]?.()) ?? null
