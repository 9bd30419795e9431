import type { EvaluationSummary } from '@assay/contracts'

type By = EvaluationSummary['slices'][number]['by']

/** A type or a source is known by its own name; the others say what they are. */
export function describeSliceName(by: By, value: string): string {
  if (by === 'type' || by === 'source') return value
  return by === 'length' ? `questions of ${value}` : `${by} ${value}`
}
