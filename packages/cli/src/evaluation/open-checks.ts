import type { CheckUse, EvaluationConfiguration, TestCase } from '@assay/contracts'
import { ok, type Embedder, type LanguageModel, type Result } from '@assay/core'
import { checkDefinitions, listUses } from '@assay/core/checks'
import { prepareRunChecks, type EvaluationParts } from '@assay/core/evaluation'
import type { Workspace } from '../workspace.ts'

type OpenedChecks = Pick<EvaluationParts, 'checksOf' | 'checkPorts' | 'checkModel'> & {
  /** Every model the run may ask, the judge's included. */
  readonly modelIds: readonly string[]
}

/** The checks of a run with all they need from the outside, opened before the first question is asked. */
export async function openChecks(
  workspace: Workspace,
  configuration: EvaluationConfiguration,
  { cases, judgeModel }: { readonly cases: readonly TestCase[]; readonly judgeModel: LanguageModel | null },
): Promise<Result<OpenedChecks>> {
  const checksOf = prepareRunChecks(configuration, cases)
  if (!checksOf.ok) return checksOf
  const uses = listUses([
    ...configuration.checks,
    ...Object.values(configuration.checkTemplates),
    ...Object.values(configuration.checkSets).flat(),
    ...cases.flatMap((each) => each.checks ?? []),
  ])
  const models = await openModels(workspace, uses, { batch: configuration.batch, judgeModel })
  if (!models.ok) return models
  const embedder = await openEmbedder(workspace, uses)
  if (!embedder.ok) return embedder
  return ok({
    checksOf: checksOf.value,
    checkModel: (id) => (id === undefined ? models.value.standard : (models.value.named.get(id) ?? null)),
    checkPorts: { embedder: embedder.value, userCode: null },
    modelIds: [
      ...new Set([
        ...models.value.named.keys(),
        ...(models.value.standard === null ? [] : [models.value.standard.id]),
      ]),
    ],
  })
}

interface OpenedModels {
  /** The judge's, else the one of `assay.yaml`. */
  readonly standard: LanguageModel | null
  readonly named: ReadonlyMap<string, LanguageModel>
}

async function openModels(
  workspace: Workspace,
  uses: readonly CheckUse[],
  { batch, judgeModel }: { readonly batch: string | undefined; readonly judgeModel: LanguageModel | null },
): Promise<Result<OpenedModels>> {
  const named = new Map<string, LanguageModel>()
  const asksModel = uses.filter((use) => costOf(use) === 'model calls')
  for (const id of new Set(asksModel.flatMap(modelOf))) {
    const model = await workspace.openModel(id, { batch })
    if (!model.ok) return model
    named.set(id, model.value)
  }
  const { model: id } = workspace.configuration
  if (judgeModel !== null || id === undefined || !asksModel.some((use) => modelOf(use).length === 0))
    return ok({ standard: judgeModel, named })
  const standard = await workspace.openModel(id, { batch })
  return standard.ok ? ok({ standard: standard.value, named }) : standard
}

function modelOf({ parameters }: CheckUse): readonly string[] {
  const model = parameters?.['model']
  return typeof model === 'string' ? [model] : []
}

async function openEmbedder(
  workspace: Workspace,
  uses: readonly CheckUse[],
): Promise<Result<Embedder | null>> {
  const id = workspace.configuration.knowledgeBase?.embedder
  if (id === undefined || !uses.some((use) => costOf(use) === 'embeddings')) return ok(null)
  return workspace.openEmbedder(id)
}

const costOf = (use: CheckUse) => checkDefinitions.find(({ id }) => id === use.check)?.cost
