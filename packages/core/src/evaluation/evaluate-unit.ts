import type { ContextRow, TargetAnswer, TestCase, VerdictRow } from '@assay/contracts'
import type { CheckPorts } from '../checks/check.ts'
import type { Judge, Judgement } from '../judging/judge.ts'
import { computeRetrievalMetrics } from '../metrics/retrieval-metrics.ts'
import { matchRetrievedSource } from '../metrics/match-retrieved-source.ts'
import { matchRetrieved, readReferences } from '../metrics/match-retrieved.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { Target } from '../ports/target.ts'
import { fail, ok, type Result } from '../result.ts'
import { holdsUnit } from '../runs/holds-unit.ts'
import type { UnitContext } from '../runs/run-work.ts'
import type { EvaluationUnit } from './evaluation-unit.ts'
import { judgeByChecks, toCheckCase, type ChecksOf } from './judge-by-checks.ts'
import { evaluationChecks } from './observation.ts'

export interface EvaluationParts {
  readonly target: Target
  /** `null`: checks decide alone. */
  readonly judge: Judge | null
  /** The models the judge asks; none for rules. */
  readonly judgeModels: readonly LanguageModel[]
  readonly checksOf: ChecksOf
  /** What checks may use beside the unit's models. */
  readonly checkPorts: Pick<
    CheckPorts,
    'embedder' | 'scorer' | 'userCode' | 'elsewhere' | 'detector' | 'hash'
  >
  /** A model checks may name; `null`: not opened. */
  readonly checkModel: (id?: string) => LanguageModel | null
  readonly contexts: ReadonlyMap<string, ContextRow>
  readonly retrievalDepth: number
  /** Hash of check, judge, prompt and rubric version, by check. */
  readonly checkKeys: Readonly<Record<string, string>>
  readonly description?: string | undefined
  readonly instructions?: string | undefined
  /** A fresh conversation id. */
  readonly newThreadId: () => string
}

/** Asks the target, measures what it retrieved, lets the judge judge. The rows are written with the unit's end. */
export async function evaluateUnit(
  { key, testCase, repeat }: EvaluationUnit,
  context: UnitContext,
  parts: EvaluationParts,
): Promise<Result<void>> {
  const { question, history, id: caseId } = testCase
  const answer = await context.ask(parts.target, {
    question,
    history,
    threadId: parts.newThreadId(),
    caseId,
    repeat,
  })
  if (!answer.ok) return answer
  const row = { unit: key, caseId, repeat }
  const retrieval = measureRetrieval(testCase, answer.value, parts)
  if (retrieval !== null) context.record('verdicts', { ...row, ...retrieval })
  const checked = await runChecks(testCase, answer.value, context, parts)
  const held = checked.flatMap(({ error }) => error ?? []).find(holdsUnit)
  if (held !== undefined) return fail({ ...held, where: key })
  for (const verdict of checked) context.record('verdicts', { ...row, ...verdict })
  const judged = await judgeAnswer(testCase, answer.value, context, parts)
  if (!judged.ok) {
    if (judged.error.code === 'ASSAY-5001') return judged
    context.record('verdicts', { ...row, ...brokenJudgement(testCase, parts), error: judged.error })
    return fail(judged.error)
  }
  for (const judgement of judged.value)
    context.record('verdicts', { ...row, ...judgementRow(judgement, parts) })
  return ok(undefined)
}

async function runChecks(
  testCase: TestCase,
  answer: TargetAnswer,
  context: UnitContext,
  parts: EvaluationParts,
): Promise<readonly VerdictParts[]> {
  const checks = parts.checksOf(testCase)
  if (checks.length === 0) return []
  const model = (id?: string) => {
    const opened = parts.checkModel(id)
    return opened === null ? null : context.model(opened)
  }
  const ports = { ...parts.checkPorts, model, signal: context.signal }
  const judged = await judgeByChecks(checks, toCheckCase(testCase, answer, parts.contexts), ports)
  return judged.map((verdict) => ({ ...verdict, checkKey: parts.checkKeys['checks'] ?? '' }))
}

type VerdictParts = Omit<VerdictRow, 'unit' | 'caseId' | 'repeat'>

/** `null`: no documents came with the answer, or the case has no reference passages. */
function measureRetrieval(
  testCase: TestCase,
  answer: TargetAnswer,
  parts: EvaluationParts,
): VerdictParts | null {
  const references = readReferences(testCase, parts.contexts)
  const { documents = [] } = answer
  const metrics = computeRetrievalMetrics(matchRetrieved(answer.documents, references), parts.retrievalDepth)
  if (metrics === null) return null
  const source = references[0]?.source ?? ''
  const isFound = metrics.hitRate > 0 || matchRetrievedSource(documents, source, passagesOf(source, parts))
  const figures = { ...metrics, sourceFound: Number(isFound) }
  return {
    check: evaluationChecks.retrieval,
    checkKey: parts.checkKeys[evaluationChecks.retrieval] ?? '',
    outcome: metrics.hitRate === 1 ? 'pass' : 'fail',
    score: round(metrics.recall),
    metrics: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)])),
  }
}

const passagesOf = (source: string, { contexts }: EvaluationParts): readonly ContextRow[] =>
  [...contexts.values()].filter((each) => each.source === source)

const round = (value: number): number => Math.round(value * 1e6) / 1e6

function judgeAnswer(
  testCase: TestCase,
  answer: TargetAnswer,
  context: UnitContext,
  { judge, judgeModels, description, instructions }: EvaluationParts,
): Promise<Result<readonly Judgement[]>> {
  if (judge === null) return Promise.resolve(ok([]))
  const models = (id?: string) => {
    const model = judgeModels.find((each) => each.id === id)
    return model === undefined ? null : context.model(model)
  }
  return judge.judge({ testCase, answer, description, instructions }, { models })
}

function judgementRow(
  { hedged, claims, extraClaims, ...judgement }: Judgement,
  parts: EvaluationParts,
): VerdictParts {
  return {
    ...judgement,
    checkKey: parts.checkKeys[judgement.check] ?? '',
    reason: hedged === true ? `hedged: ${judgement.reason}` : judgement.reason,
    ...(claims === undefined ? {} : { claims: [...claims] }),
    ...(extraClaims === undefined ? {} : { extraClaims }),
  }
}

function brokenJudgement(testCase: TestCase, parts: EvaluationParts): VerdictParts {
  const check = testCase.type === 'out-of-scope' ? evaluationChecks.declining : evaluationChecks.correctness
  return { check, checkKey: parts.checkKeys[check] ?? '', outcome: 'error' }
}
