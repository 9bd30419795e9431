import { evaluationConfigurationSchema, type EvaluationConfiguration } from '@assay/contracts'
import { createError, fail, type LanguageModel, type Result, type RunStore, type Target } from '@assay/core'
import { evaluateUnit, evaluationChecks } from '@assay/core/evaluation'
import { createId, executeRun, type RunOutcome, type RunProgress } from '@assay/core/runs'
import type { Judge } from '@assay/core/judging'
import type { Workspace } from '../workspace.ts'
import { planUnits } from './plan-units.ts'
import { openChecks } from './open-checks.ts'

export interface EvaluationCourse {
  readonly target: Target
  readonly judge: Judge | null
  readonly judgeModels: readonly LanguageModel[]
  readonly signal: AbortSignal
  readonly retryErrors?: boolean
  readonly useCache?: boolean
  readonly onProgress?: (progress: RunProgress) => void
}

/** Does what is left of an evaluation: all of it after `create`, the rest after a stop. The caller closes the store. */
export async function continueEvaluation(
  workspace: Workspace,
  store: RunStore,
  course: EvaluationCourse,
): Promise<Result<RunOutcome>> {
  const configuration = evaluationConfigurationSchema.parse(store.manifest.configuration)
  const cases = await countRows(store.rows('cases'))
  const contexts = await Array.fromAsync(store.rows('contexts'))
  if (cases !== configuration.testSet.cases) return fail(incomplete(store, cases, configuration))
  const checks = await openChecks(workspace, configuration, {
    cases: store.rows('cases'),
    judgeModels: course.judgeModels,
  })
  if (!checks.ok) return checks
  const { close, modelIds, checksVersion, ...checkParts } = checks.value
  const parts = {
    ...checkParts,
    target: course.target,
    judge: course.judge,
    judgeModels: course.judgeModels,
    contexts: new Map(contexts.map((context) => [context.id, context])),
    retrievalDepth: configuration.retrievalDepth,
    checkKeys: checkKeys(workspace, configuration, { checksVersion, modelIds }),
    description: configuration.description,
    instructions: configuration.instructions,
    newThreadId: () => createId(workspace.clock, workspace.random),
  }
  try {
    return await executeRun({
      store,
      ...(await planUnits(store, configuration, (unit, context) => evaluateUnit(unit, context, parts))),
      total: cases * configuration.repeats,
      ports: { ...workspace, cache: course.useCache === false ? null : workspace.cache },
      settings: settingsOf(configuration, course),
      models: modelIds,
      interrupt: course.signal,
      ...(course.onProgress === undefined ? {} : { onProgress: course.onProgress }),
    })
  } finally {
    await close()
  }
}

async function countRows(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0
  for await (const _ of rows) count += 1
  return count
}

function settingsOf({ limits, target }: EvaluationConfiguration, { retryErrors }: EvaluationCourse) {
  const { concurrency, budgetUsd, budgetCalls, budgetTokens } = limits
  const budget = {
    ...(budgetUsd === undefined ? {} : { usd: budgetUsd }),
    ...(budgetCalls === undefined ? {} : { calls: budgetCalls }),
    ...(budgetTokens === undefined ? {} : { tokens: budgetTokens }),
  }
  const targetLimits = target.settings?.limits
  return {
    concurrency,
    budget,
    ...(retryErrors === true ? { retryErrors } : {}),
    ...(targetLimits === undefined ? {} : { targetLimits: { [target.name]: dropUndefined(targetLimits) } }),
  }
}

/** Two check definitions that may judge differently never share a key. */
function checkKeys(
  { hash }: Workspace,
  { judge, retrievalDepth, description, instructions, ...checks }: EvaluationConfiguration,
  {
    checksVersion,
    modelIds,
  }: { readonly checksVersion: string | null; readonly modelIds: readonly string[] },
): Record<string, string> {
  const judged = hash(JSON.stringify([judge, description ?? null, instructions ?? null])).slice(0, 12)
  return {
    [evaluationChecks.correctness]: judged,
    [evaluationChecks.declining]: judged,
    checks: hash(
      JSON.stringify([checks.checks, checks.checkSets, checks.checkTemplates, checksVersion, modelIds]),
    ).slice(0, 12),
    [evaluationChecks.retrieval]: `retrieval@2/${retrievalDepth}`,
  }
}

const incomplete = (store: RunStore, found: number, { testSet }: EvaluationConfiguration) =>
  createError('ASSAY-6001', {
    where: `${store.manifest.name}/cases.jsonl: ${found} of ${testSet.cases} cases`,
    so: 'it was stopped before it began; nothing was asked',
    fix: 'remove the folder and start the run again',
  })

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function dropUndefined<T extends object>(value: T): Defined<T> {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries) as Defined<T>
}
