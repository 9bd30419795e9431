import type { EvaluationConfiguration, TestCase } from '@assay/contracts'
import { ok, type LanguageModel, type Result } from '@assay/core'
import type { PreparedCheck } from '@assay/core/checks'
import { prepareRunChecks, type EvaluationParts } from '@assay/core/evaluation'
import type { Workspace } from '../workspace.ts'

type OpenedChecks = Pick<EvaluationParts, 'checksOf' | 'checkPorts' | 'checkModel'> & {
  /** Every model the run may ask, the judge's included. */
  readonly modelIds: readonly string[]
  /** Of the prompts that checks ask with; `null`: the run has no checks. */
  readonly checksVersion: string | null
  /** Ends the processes of the user's code. */
  readonly close: () => Promise<void>
}

/** The checks of a run with all they need from the outside, opened before the first question is asked. */
export async function openChecks(
  workspace: Workspace,
  configuration: EvaluationConfiguration,
  {
    cases,
    judgeModels,
  }: { readonly cases: AsyncIterable<TestCase>; readonly judgeModels: readonly LanguageModel[] },
): Promise<Result<OpenedChecks>> {
  const prepared = await prepareRunChecks(configuration, cases)
  if (!prepared.ok) return prepared
  const { of: checksOf, all: checks } = prepared.value
  if (checks.length === 0) return ok(withoutChecks(workspace, judgeModels))
  const [{ checksVersion }, { createCheckThreads }, { takeTurns }] = await Promise.all([
    import('@assay/core/checks/loading'),
    import('../checks/check-threads.ts'),
    import('../checks/take-turns.ts'),
  ])
  const { needsOf, openCheckEmbedder, openCheckModels, openCheckScorer, openCheckUserCode } =
    await import('../checks/open-check-models.ts')
  const needs = needsOf(checks)
  const models = await openCheckModels(workspace, needs, {
    batch: configuration.batch,
    standard: judgeModels.at(-1) ?? null,
  })
  if (!models.ok) return models
  const embedder = await openCheckEmbedder(workspace, needs, workspace.configuration.knowledgeBase?.embedder)
  if (!embedder.ok) return embedder
  const scorer = await openCheckScorer(workspace, needs)
  if (!scorer.ok) return scorer
  const { userCode, close } = await openCheckUserCode(workspace, needs)
  const threads = createCheckThreads()
  return ok({
    checksOf: (testCase) => checksOf(testCase).map(takeTurns),
    checkModel: (id) => (id === undefined ? models.value.standard : (models.value.named.get(id) ?? null)),
    checkPorts: {
      embedder: embedder.value,
      scorer: scorer.value,
      userCode,
      elsewhere: threads.run,
      detector: () => null,
      hash: workspace.hash,
    },
    close: async () => {
      await Promise.all([close(), threads.close()])
    },
    checksVersion: checksVersion(workspace.hash),
    modelIds: [
      ...new Set([
        ...models.value.named.keys(),
        ...judgeModels.map(({ id }) => id),
        ...(models.value.standard === null ? [] : [models.value.standard.id]),
      ]),
    ],
  })
}

/** Before anything is made: fails with ASSAY-7014 where a check needs a model or an embedder that is named nowhere. */
export async function requireCheckParts(
  workspace: Workspace,
  checks: readonly PreparedCheck[],
  judgeModels: readonly LanguageModel[],
): Promise<Result<void>> {
  if (checks.length === 0) return ok(undefined)
  const { namedParts, needsOf, requireNeeds } = await import('../checks/open-check-models.ts')
  return requireNeeds(needsOf(checks), namedParts(workspace, { model: judgeModels.length > 0 }))
}

/** Nothing is loaded for runs that have no checks. */
const withoutChecks = ({ hash }: Workspace, judgeModels: readonly LanguageModel[]): OpenedChecks => ({
  checksOf: () => [],
  checkModel: () => null,
  checkPorts: { embedder: null, scorer: null, userCode: null, elsewhere: null, detector: () => null, hash },
  close: async () => undefined,
  checksVersion: null,
  modelIds: judgeModels.map(({ id }) => id),
})
