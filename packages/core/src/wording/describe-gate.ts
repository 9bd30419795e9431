import type { GateResult } from '@assay/contracts'
import { isShareFigure, parseGate } from '../evaluation/gates.ts'

/** "correctness ≥ 80 %: failed, measured 61 % (49–71, n = 76)" */
export function describeGate({ expression, outcome, measured }: GateResult): string {
  const requirement = `${describeRequirement(expression)}: ${outcome}`
  if (outcome === 'not tested') return measured === 'not tested' ? requirement : `${requirement}, ${measured}`
  return isComparison(expression) ? `${requirement}; ${measured}` : `${requirement}, measured ${measured}`
}

const isComparison = (expression: string): boolean =>
  expression === 'regression' || expression === 'non-inferior'

const opposites: Readonly<Record<string, string>> = { '<': '≥', '<=': '>', '>': '≤', '>=': '<' }
/** What a gate asks for, from the expression that says when it fails: `correctness < 0.8` → "correctness ≥ 80 %". */
export function describeRequirement(expression: string): string {
  if (expression === 'regression') return 'no regression'
  const gate = parseGate(expression)
  if (!gate.ok || gate.value.kind !== 'threshold') return expression
  const { figure, operator, bound } = gate.value
  const name = typeof figure === 'string' ? figure : `${figure.of}(${figure.name})`
  return `${name} ${opposites[operator] ?? operator} ${isShareFigure(figure) ? `${Number((bound * 100).toFixed(1))} %` : bound}`
}
