import type { EvaluationSummary } from '@assay/contracts'
import { isJudgedApart } from './decided-by.ts'

/** The least passing rate a gate asks for, 0 to 1, to draw as a line; `null`: no gate is about it. */
export const findGateThreshold = (
  summary: Pick<EvaluationSummary, 'gates' | 'judge' | 'checks'>,
): number | null => findThreshold(summary, isJudgedApart(summary) ? /^passing$/ : /^(?:passing|correctness)$/)

/** The same for what the judge finds right, where that is another figure. */
export const findJudgedThreshold = (summary: Pick<EvaluationSummary, 'gates'>): number | null =>
  findThreshold(summary, /^correctness$/)

function findThreshold({ gates }: Pick<EvaluationSummary, 'gates'>, figure: RegExp): number | null {
  for (const { expression } of gates) {
    const [, name = '', bound, percent] = /^\s*(\w+)\s*<=?\s*(\d+(?:\.\d+)?)\s*(%?)/.exec(expression) ?? []
    if (!figure.test(name)) continue
    const value = Number(bound) / (percent === '%' ? 100 : 1)
    if (value >= 0 && value <= 1) return value
  }
  return null
}
