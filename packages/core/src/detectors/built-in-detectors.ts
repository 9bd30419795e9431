import type { Detector } from '../ports/detector.ts'
import { piiDetector } from './pii-detector.ts'
import { secretsDetector } from './secrets-detector.ts'

/** The detectors that need no model and nothing installed. */
const builtInDetectors: readonly Detector[] = [piiDetector, secretsDetector]

/** `null`: there is none of this id. */
export const findBuiltInDetector = (id: string): Detector | null =>
  builtInDetectors.find((detector) => detector.id === id) ?? null
