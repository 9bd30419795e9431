import type { GateResult } from '@assay/contracts'

/** "correctness ≥ 80 %: failed, measured 61 % (49–71, n = 76)" */
export function describeGate({ expression, outcome, measured }: GateResult): string {
  const requirement = `${describeRequirement(expression)}: ${outcome}`
  if (outcome === 'not tested') return measured === 'not tested' ? requirement : `${requirement}, ${measured}`
  return isComparison(expression) ? `${requirement}; ${measured}` : `${requirement}, measured ${measured}`
}

const isComparison = (expression: string): boolean =>
  expression === 'regression' || expression === 'non-inferior'

const opposites: Readonly<Record<string, string>> = { '<': '≥', '<=': '>', '>': '≤', '>=': '<' }
/** Figures that are no shares of something. */
const plainFigures = /-(ms|usd)$|^errors$/

/** What a gate asks for, from the expression that says when it fails: `correctness < 0.8` → "correctness ≥ 80 %". */
export function describeRequirement(expression: string): string {
  if (expression === 'regression') return 'no regression'
  const [, figure = '', operator = '', bound = '', percent = ''] =
    /^\s*([a-z0-9-]+|(?:check|score)\([^()]+\))\s*(<=|>=|<|>)\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(
      expression,
    ) ?? []
  if (figure === '') return expression
  const share = percent === '%' ? Number(bound) / 100 : Number(bound)
  const shown =
    plainFigures.test(figure) || figure.startsWith('score(') ? bound : `${Number((share * 100).toFixed(1))} %`
  return `${figure} ${opposites[operator] ?? operator} ${shown}`
}
