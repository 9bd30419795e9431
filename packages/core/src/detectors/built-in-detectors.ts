import type { Detector } from '../ports/detector.ts'

/** The detectors that need no model and nothing installed, each loaded at its first use: their tables and weights are large. */
const loaders = {
  pii: async () => (await import('./pii/pii-detector.ts')).piiDetector,
  secrets: async () => (await import('./secrets/secrets-detector.ts')).secretsDetector,
  toxicity: async () => (await import('./toxicity/toxicity-detector.ts')).toxicityDetector,
  'prompt-injection': async () =>
    (await import('./injection/prompt-injection-detector.ts')).promptInjectionDetector,
  jailbreak: async () => (await import('./injection/jailbreak-detector.ts')).jailbreakDetector,
  refusal: async () => (await import('./refusal/refusal-detector.ts')).refusalDetector,
} as const satisfies Readonly<Record<string, () => Promise<Detector>>>

export type BuiltInDetectorId = keyof typeof loaders

export const builtInDetectorIds = Object.keys(loaders).filter(isBuiltInDetector)

export function isBuiltInDetector(id: string): id is BuiltInDetectorId {
  return Object.hasOwn(loaders, id)
}

export const loadBuiltInDetector = (id: BuiltInDetectorId): Promise<Detector> => loaders[id]()
