import type { CheckUse, EvaluationConfiguration, TestCase } from '@assay/contracts'
import { ok, type LanguageModel, type Result } from '@assay/core'
import { prepareRunChecks, type EvaluationParts } from '@assay/core/evaluation'
import type { Workspace } from '../workspace.ts'
import type { RunChecks } from './run-checks.ts'

type OpenedChecks = Pick<EvaluationParts, 'checksOf' | 'checkPorts' | 'checkModel'> & {
  /** Every model the run may ask, the judge's included. */
  readonly modelIds: readonly string[]
  /** Ends the processes of the user's code. */
  readonly close: () => Promise<void>
}

/** The checks of a run with all they need from the outside, opened before the first question is asked. */
export async function openChecks(
  workspace: Workspace,
  configuration: EvaluationConfiguration,
  { cases, judgeModel }: { readonly cases: readonly TestCase[]; readonly judgeModel: LanguageModel | null },
): Promise<Result<OpenedChecks>> {
  const checksOf = await prepareRunChecks(configuration, cases)
  if (!checksOf.ok) return checksOf
  const written = writtenChecks(configuration, cases)
  if (written.length === 0) return ok(withoutChecks(workspace, judgeModel))
  const [{ listUses }, { openCheckEmbedder, openCheckModels, openCheckUserCode }] = await Promise.all([
    import('@assay/core/checks'),
    import('../checks/open-check-models.ts'),
  ])
  const uses = listUses(written)
  const models = await openCheckModels(workspace, uses, { batch: configuration.batch, standard: judgeModel })
  if (!models.ok) return models
  const embedder = await openCheckEmbedder(workspace, uses, workspace.configuration.knowledgeBase?.embedder)
  if (!embedder.ok) return embedder
  const { userCode, close } = await openCheckUserCode(workspace, uses)
  return ok({
    checksOf: checksOf.value,
    checkModel: (id) => (id === undefined ? models.value.standard : (models.value.named.get(id) ?? null)),
    checkPorts: { embedder: embedder.value, userCode, detector: () => null, hash: workspace.hash },
    close,
    modelIds: [
      ...new Set([
        ...models.value.named.keys(),
        ...(models.value.standard === null ? [] : [models.value.standard.id]),
      ]),
    ],
  })
}

const writtenChecks = (
  { checks, checkTemplates, checkSets }: RunChecks,
  cases: readonly TestCase[],
): readonly CheckUse[] => [
  ...checks,
  ...Object.values(checkTemplates),
  ...Object.values(checkSets).flat(),
  ...cases.flatMap((each) => each.checks ?? []),
]

/** Before anything is made: fails with ASSAY-7014 where a check asks a model that is named nowhere. */
export async function requireCheckModel(
  workspace: Workspace,
  checks: RunChecks,
  { cases, judgeModel }: { readonly cases: readonly TestCase[]; readonly judgeModel: LanguageModel | null },
): Promise<Result<void>> {
  const written = writtenChecks(checks, cases)
  if (written.length === 0) return ok(undefined)
  const [{ listUses }, { requireModel }] = await Promise.all([
    import('@assay/core/checks'),
    import('../checks/open-check-models.ts'),
  ])
  return requireModel(workspace, listUses(written), judgeModel)
}

/** Nothing is loaded for runs that have no checks. */
const withoutChecks = ({ hash }: Workspace, judgeModel: LanguageModel | null): OpenedChecks => ({
  checksOf: () => [],
  checkModel: () => null,
  checkPorts: { embedder: null, userCode: null, detector: () => null, hash },
  close: async () => undefined,
  modelIds: judgeModel === null ? [] : [judgeModel.id],
})
