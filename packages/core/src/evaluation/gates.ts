import type { AssayError, Difference, EvaluationSummary, Estimate, GateResult } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import { nearestWord } from '../nearest-word.ts'
import { fail, ok, type Result } from '../result.ts'
import { isNonInferior } from '../statistics/verdict-rule.ts'

/** A gate fails the run when what it says holds: `correctness < 0.8`, `check(json) < 1`, `regression`; `non-inferior` fails when it does not. */
export type Gate =
  | {
      readonly kind: 'threshold'
      readonly expression: string
      readonly figure: GateFigure | CheckFigure
      readonly operator: '<' | '<=' | '>' | '>='
      readonly bound: number
    }
  | { readonly kind: 'regression' | 'non-inferior'; readonly expression: string }

type GateFigure = keyof typeof figures

/** `check(NAME)`: its pass rate. `score(NAME)`: its mean score. */
interface CheckFigure {
  readonly of: 'check' | 'score'
  readonly name: string
}

type Figures = Pick<
  EvaluationSummary,
  | 'correctness'
  | 'passing'
  | 'declining'
  | 'overRefusal'
  | 'reliability'
  | 'retrieval'
  | 'latency'
  | 'cost'
  | 'counts'
  | 'checks'
>

const exact = (value: number | null): Estimate => ({
  value,
  low: value,
  high: value,
  n: value === null ? 0 : 1,
  method: 'exact',
})

const figures = {
  correctness: ({ correctness }: Figures): Estimate | null => correctness,
  passing: ({ passing }: Figures): Estimate | null => passing,
  declining: ({ declining }: Figures): Estimate | null => declining,
  'over-refusal': ({ overRefusal }: Figures): Estimate | null => overRefusal,
  reliability: ({ reliability }: Figures): Estimate | null => reliability,
  'hit-rate': ({ retrieval }: Figures): Estimate | null => retrieval?.hitRate ?? null,
  recall: ({ retrieval }: Figures): Estimate | null => retrieval?.recall ?? null,
  mrr: ({ retrieval }: Figures): Estimate | null => retrieval?.mrr ?? null,
  ndcg: ({ retrieval }: Figures): Estimate | null => retrieval?.ndcg ?? null,
  'latency-p95-ms': ({ latency }: Figures): Estimate | null => latency?.p95 ?? null,
  'cost-usd': ({ cost }: Figures): Estimate | null =>
    exact(cost.targetUsd === null || cost.judgeUsd === null ? null : cost.targetUsd + cost.judgeUsd),
  errors: ({ counts }: Figures): Estimate | null => exact(counts.errors),
} as const

const thresholdPattern = /^([a-z0-9-]+|(?:check|score)\([^()]+\))\s*(<=|>=|<|>)\s*(\d+(?:\.\d+)?)\s*(%?)$/

/** All of them; `checkNames`: the checks a gate may name, `null` where they are not known. */
export function parseGates(
  expressions: readonly string[],
  checkNames: ReadonlySet<string> | null,
): Result<readonly Gate[]> {
  const gates: Gate[] = []
  for (const expression of expressions) {
    const gate = parseGate(expression)
    if (!gate.ok) return gate
    const unknown = checkNames === null ? null : findUnknownCheck(gate.value, checkNames)
    if (unknown !== null) return fail(unknown)
    gates.push(gate.value)
  }
  return ok(gates)
}

function findUnknownCheck(gate: Gate, checkNames: ReadonlySet<string>): AssayError | null {
  if (gate.kind !== 'threshold' || typeof gate.figure === 'string') return null
  const { name } = gate.figure
  if (checkNames.has(name)) return null
  const nearest = nearestWord(name, [...checkNames])
  return createError('ASSAY-7001', {
    where: `--fail-if "${gate.expression}"`,
    message: `No check of this run is called ${name}`,
    fix:
      nearest === null ? `its checks: ${[...checkNames].join(', ') || 'none'}` : `did you mean ${nearest}?`,
  })
}

export function parseGate(expression: string): Result<Gate> {
  const text = expression.trim()
  if (text === 'regression' || text === 'non-inferior') return ok({ kind: text, expression: text })
  const [, figure = '', operator = '', bound = '', percent] = thresholdPattern.exec(text) ?? []
  const read = isFigure(figure) ? figure : readCheckFigure(figure)
  if (read === null || !isOperator(operator)) {
    const fix = `write FIGURE < NUMBER with one of ${Object.keys(figures).join(', ')}, check(NAME), score(NAME); or regression, or non-inferior`
    return fail(createError('ASSAY-7001', { where: `--fail-if "${expression}"`, fix }))
  }
  const misread = findMisreadBound(read, bound, percent === '%')
  if (misread !== null)
    return fail(createError('ASSAY-7001', { where: `--fail-if "${expression}"`, ...misread }))
  return ok({
    kind: 'threshold',
    expression: text,
    figure: read,
    operator,
    bound: percent === '%' ? Number(bound) / 100 : Number(bound),
  })
}

/** A rate is a share: 95 would be 9,500 %, which no run can fail or pass. Scores have scales of their own. */
function findMisreadBound(
  figure: GateFigure | CheckFigure,
  bound: string,
  isPercent: boolean,
): { readonly message: string; readonly fix: string } | null {
  if (typeof figure !== 'string' && figure.of === 'score') return null
  if (typeof figure === 'string' && plainFigures.includes(figure))
    return isPercent
      ? { message: `${figure} is no share`, fix: `write the number without %: ${figure} > ${bound}` }
      : null
  if (Number(bound) <= (isPercent ? 100 : 1)) return null
  const asShare = Number((Number(bound) / 100).toPrecision(12))
  return {
    message: 'The bound of the gate is above 1, which is 100 %',
    fix:
      isPercent || asShare > 1 ? 'write a share from 0 to 1, or 0% to 100%' : `write ${bound}% or ${asShare}`,
  }
}

function readCheckFigure(text: string): CheckFigure | null {
  const [, of, name] = /^(check|score)\((.+)\)$/.exec(text) ?? []
  return (of === 'check' || of === 'score') && name !== undefined ? { of, name: name.trim() } : null
}

function estimateOf(figure: GateFigure | CheckFigure, summary: Figures): Estimate | null {
  if (typeof figure === 'string') return figures[figure](summary)
  const check = summary.checks.find(({ name }) => name === figure.name)
  return (figure.of === 'check' ? check?.passed : (check?.score ?? check?.passed)) ?? null
}

const isFigure = (name: string): name is GateFigure => Object.hasOwn(figures, name)
const isOperator = (text: string): text is '<' | '<=' | '>' | '>=' => ['<', '<=', '>', '>='].includes(text)

const comparisons: Readonly<Record<'<' | '<=' | '>' | '>=', (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
}

/** `baseline`: the paired difference to the baseline run; `null` where none was named. A gate nothing tested is not passed. */
export function decideGate(gate: Gate, summary: Figures, baseline: Difference | null): GateResult {
  if (gate.kind !== 'threshold') return decideAgainstBaseline(gate, baseline)
  const estimate = estimateOf(gate.figure, summary)
  if (estimate === null || estimate.value === null)
    return { expression: gate.expression, outcome: 'not tested', measured: 'not tested' }
  const holds = comparisons[gate.operator](estimate.value, gate.bound)
  return {
    expression: gate.expression,
    outcome: holds ? 'failed' : 'passed',
    measured: describe(gate.figure, estimate, gate.bound),
  }
}

function decideAgainstBaseline(gate: Gate, baseline: Difference | null): GateResult {
  if (baseline === null || baseline.verdict === 'not tested')
    return { expression: gate.expression, outcome: 'not tested', measured: 'no baseline' }
  const fails =
    gate.kind === 'regression' ? baseline.verdict === 'worse' : !isNonInferior(baseline, baseline.margin)
  return {
    expression: gate.expression,
    outcome: fails ? 'failed' : 'passed',
    measured: `${baseline.verdict} (${baseline.pairs} ${baseline.pairs === 1 ? 'pair' : 'pairs'})`,
  }
}

/** Whether a figure runs from 0 to 1 and is read in per cent. */
export const isShareFigure = (figure: GateFigure | CheckFigure): boolean =>
  typeof figure === 'string' ? !plainFigures.includes(figure) : figure.of === 'check'

const plainFigures: readonly GateFigure[] = ['latency-p95-ms', 'cost-usd', 'errors']

/** With the digits that tell the value from the bound: 79.6 % fails a gate at 80 %. */
function describe(figure: GateFigure | CheckFigure, estimate: Estimate, bound: number): string {
  const { value, low, high, n } = estimate
  if (value === null) return 'not tested'
  if (typeof figure !== 'string' && figure.of === 'score') return formatPlain(estimate)
  if (typeof figure === 'string' && plainFigures.includes(figure))
    return String(Number(value.toFixed(figure === 'cost-usd' ? 4 : 0)))
  const percent = (share: number | null): string => (share === null ? '?' : String(Math.round(share * 100)))
  const isClose = percent(value) === percent(bound) && value !== bound
  return `${isClose ? (value * 100).toFixed(2) : percent(value)} % (${percent(low)}–${percent(high)}, n = ${n})`
}

const formatPlain = ({ value, low, high, n }: Estimate): string =>
  `${value?.toFixed(2) ?? '?'} (${low?.toFixed(2) ?? '?'}–${high?.toFixed(2) ?? '?'}, n = ${n})`
