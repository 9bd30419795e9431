import type { EvaluationSummary, GateResult } from '@assay/contracts'
import { formatPercent } from '../../../figures/format-figure.ts'

/** "correctness ≥ 80 %: failed, measured 61 % (49–71, n = 76)" */
export function describeGate({ expression, outcome, measured }: GateResult): string {
  const requirement = `${describeRequirement(expression)}: ${outcome}`
  if (outcome === 'not tested') return measured === 'not tested' ? requirement : `${requirement}, ${measured}`
  const isComparison = expression === 'regression' || expression === 'non-inferior'
  return isComparison ? `${requirement}; ${measured}` : `${requirement}, measured ${measured}`
}

const opposites: Readonly<Record<string, string>> = { '<': '≥', '<=': '>', '>': '≤', '>=': '<' }
const notShares = /^(latency-p95-ms|cost-usd|errors|score\()/

/** What a gate asks for, from the expression that says when it fails: `correctness < 0.8` → "correctness ≥ 80 %". */
export function describeRequirement(expression: string): string {
  if (expression === 'regression') return 'no regression'
  const gate = parseThreshold(expression)
  if (gate === null) return expression
  const bound = notShares.test(gate.figure)
    ? String(gate.bound)
    : `${Number((gate.bound * 100).toFixed(1))} %`
  return `${gate.figure} ${opposites[gate.operator] ?? gate.operator} ${bound}`
}

/** The least passing rate that a gate asks for, 0 to 1, to draw as a line; `undefined`: no gate is about it. */
export function findGate(
  { gates }: Pick<EvaluationSummary, 'gates'>,
  figures: readonly string[],
): number | undefined {
  for (const { expression } of gates) {
    const gate = parseThreshold(expression)
    if (gate !== null && figures.includes(gate.figure) && gate.operator.startsWith('<')) return gate.bound
  }
  return undefined
}

/** "gate 80 %" */
export const nameGate = (gate: number): string => `gate ${formatPercent(gate)}`

function parseThreshold(
  expression: string,
): { readonly figure: string; readonly operator: string; readonly bound: number } | null {
  const [, figure, operator, number, percent] =
    /^\s*(.+?)\s*(<=|>=|<|>)\s*([\d.]+)\s*(%?)\s*$/.exec(expression) ?? []
  if (figure === undefined || operator === undefined || number === undefined) return null
  return { figure, operator, bound: percent === '%' ? Number(number) / 100 : Number(number) }
}
