import { errorCatalogue, type EvaluationSummary } from '@assay/contracts'

/** 1: a gate failed. 3: nothing but errors of the target or of the judge came back, so there is nothing to gate. */
export function exitCodeOf({ counts, cases, gates }: EvaluationSummary): number {
  const { errors, finished } = counts
  const code = cases.find(({ errorCode }) => errorCode !== null)?.errorCode
  if (finished > 0 && errors === finished && code) return errorCatalogue[code].exitCode
  return gates.some((gate) => gate.outcome === 'failed') ? 1 : 0
}
