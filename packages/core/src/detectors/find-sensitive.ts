import { createError } from '../errors/create-error.ts'
import type { DetectedSpan, Detector } from '../ports/detector.ts'
import { fail, ok, type Result } from '../result.ts'

export interface SensitiveSpan extends DetectedSpan {
  /** Id of the detector that found it. */
  readonly detector: string
}

/** From how sure on a find counts: the shipped threshold of every detector. */
const threshold = 0.5

/** What counts in each of the texts, in the order given. Fails with ASSAY-7013 where a detector does not answer for each. */
export async function findSensitive(
  texts: readonly string[],
  detectors: readonly Detector[],
  signal: AbortSignal,
): Promise<Result<readonly (readonly SensitiveSpan[])[]>> {
  const found: SensitiveSpan[][] = texts.map(() => [])
  for (const detector of detectors) {
    const detected = await detector.detect(
      texts.map((text) => ({ text })),
      signal,
    )
    if (!detected.ok) return detected
    if (detected.value.length !== texts.length) return fail(createError('ASSAY-7013', { where: detector.id }))
    detected.value.forEach(({ spans }, index) =>
      found[index]?.push(
        ...spans
          .filter(({ score }) => score >= threshold)
          .map((span) => ({ ...span, detector: detector.id })),
      ),
    )
  }
  return ok(found)
}
