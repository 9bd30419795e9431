import * as z from 'zod'
import { isBuiltInDetector, loadBuiltInDetector } from '../../detectors/built-in-detectors.ts'
import { createError } from '../../errors/create-error.ts'
import type { Detection } from '../../ports/detector.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Check, CheckDefinition, CheckInput, CheckPorts, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'

type Description = Pick<CheckDefinition<z.ZodType>, 'id' | 'title' | 'measures' | 'limits' | 'examples'> & {
  /** What is found, for the reason: `personal data`. */
  readonly thing: string
  /** Whether the found words must not stand whole in a report. */
  readonly isMasked?: boolean
}

const parameters = z.strictObject({
  labels: z.array(z.string()).min(1).optional().describe('Only what has one of these labels; default: all'),
})

/** In characters: the slowest takes some 50 ms for so many. */
const heavyFrom = 8_000

/** A check that fails where a detector finds something: the configured one of its id, else the one built in. */
export function createDetectorCheck({ thing, isMasked = false, ...description }: Description): Check {
  const { id } = description
  return defineCheck({
    ...description,
    kind: 'safety',
    reads: ['answer'],
    cost: 'none',
    better: 'lower',
    threshold: 0.5,
    parameters,
    isHeavy: ({ text }, ports) =>
      text.length > heavyFrom && isBuiltInDetector(id) && ports.detector(id) === null,
    prepare: ({ labels }) =>
      ok({
        needs: isBuiltInDetector(id) ? [] : ['detector'],
        async run(input, ports) {
          const detection = await detect(id, input, ports)
          if (!detection.ok) return detection
          const wanted = labels === undefined ? detection.value : keepLabels(detection.value, labels)
          return ok(toFinding(wanted, { thing, isMasked, text: input.text }))
        },
      }),
  })
}

/** Fails with ASSAY-7014 where there is no detector, and ASSAY-7013 where it does not say one thing of the text. */
async function detect(
  id: string,
  { text, case: { task, source } }: CheckInput,
  ports: CheckPorts,
): Promise<Result<Detection>> {
  const detector = ports.detector(id) ?? (isBuiltInDetector(id) ? await loadBuiltInDetector(id) : null)
  if (detector === null)
    return fail(createError('ASSAY-7014', { where: id, message: `No detector for ${id} is configured` }))
  const about = { ...(task === undefined ? {} : { task }), ...(source === undefined ? {} : { source }) }
  const found = await detector.detect([{ text, ...about }], ports.signal)
  if (!found.ok) return found
  const [detection] = found.value
  return detection === undefined || !Number.isFinite(detection.score)
    ? fail(createError('ASSAY-7013', { where: id, message: 'The detector gave no score' }))
    : ok(detection)
}

function keepLabels({ spans }: Detection, labels: readonly string[]): Detection {
  const kept = spans.filter(({ label }) => labels.includes(label))
  return { spans: kept, score: Math.max(0, ...kept.map(({ score }) => score)) }
}

function toFinding(
  { score, spans }: Detection,
  { thing, isMasked, text }: { readonly thing: string; readonly isMasked: boolean; readonly text: string },
): Finding {
  const named = spans.map(({ start, end, label }) => {
    const words = text.slice(start, end)
    return `${label} ${JSON.stringify(isMasked ? mask(words) : shorten(words))}`
  })
  const more = named.length > 5 ? ` and ${named.length - 5} more` : ''
  const found = `${thing}: ${score.toFixed(2)}${named.length === 0 ? '' : ` by ${named.slice(0, 5).join(', ')}${more}`}`
  return {
    outcome: 'score',
    score,
    reason: spans.length === 0 && score === 0 ? `no ${thing} found` : found,
    spans: spans.map(({ start, end, label }) => ({ start, end, label })),
  }
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** A report must not become a second place where a secret or a person's data stands. */
const mask = (text: string): string => `${text.slice(0, Math.min(4, Math.floor(text.length / 4)))}…`
