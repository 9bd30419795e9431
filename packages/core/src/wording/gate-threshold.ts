import type { EvaluationSummary } from '@assay/contracts'
import { parseGate } from '../evaluation/gates.ts'
import { isJudgedApart } from './decided-by.ts'

/** The least passing rate a gate asks for, 0 to 1, to draw as a line; `null`: no gate is about it. */
export const findGateThreshold = (
  summary: Pick<EvaluationSummary, 'gates' | 'judge' | 'checks'>,
): number | null => findThreshold(summary, isJudgedApart(summary) ? ['passing'] : ['passing', 'correctness'])

/** The same for what the judge finds right, where that is another figure. */
export const findJudgedThreshold = (summary: Pick<EvaluationSummary, 'gates'>): number | null =>
  findThreshold(summary, ['correctness'])

/** The least value that a gate on one of the figures asks for; `null`: no gate is about them. */
export function findThreshold(
  { gates }: Pick<EvaluationSummary, 'gates'>,
  figures: readonly string[],
): number | null {
  for (const { expression } of gates) {
    const gate = parseGate(expression)
    if (!gate.ok || gate.value.kind !== 'threshold') continue
    const { figure, operator, bound } = gate.value
    if (typeof figure === 'string' && figures.includes(figure) && operator.startsWith('<')) return bound
  }
  return null
}
