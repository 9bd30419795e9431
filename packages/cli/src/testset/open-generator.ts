import { createError, fail, ok, type KnowledgeBase, type LanguageModel, type Result } from '@assay/core'
import {
  createFactsGenerator,
  createModelGenerator,
  generateTestSet,
  planFirstRound,
  type GenerationOptions,
  type GenerationOutcome,
  type GenerationUnit,
  type GenerationWork,
  type QuestionGenerator,
} from '@assay/core/testsets'
import type { Workspace } from '../workspace.ts'

export interface GeneratorChoice {
  readonly id: 'facts' | 'model'
  readonly model: string | undefined
  readonly validatingModel: string | undefined
  readonly batch: string | undefined
  /** The models are named in an estimate, never asked. */
  readonly isNamedOnly: boolean
}

/** A generator with its own kind of units closed in. */
export interface OpenedGenerator {
  readonly id: string
  readonly version: string
  /** `provider:model` of every model it asks. */
  readonly models: readonly string[]
  plan(options: GenerationOptions): Result<readonly GenerationUnit[]>
  generate(work: GeneratorWork): Promise<Result<GenerationOutcome>>
}

type GeneratorWork = Omit<GenerationWork<GenerationUnit>, 'generator' | 'models'>

const bind = <U extends GenerationUnit>(
  generator: QuestionGenerator<U>,
  models: readonly string[],
): OpenedGenerator => ({
  id: generator.id,
  version: generator.version,
  models,
  plan: (options) => planFirstRound(generator, options),
  generate: (work) => generateTestSet({ ...work, generator, models }),
})

export async function openGenerator(
  workspace: Workspace,
  choice: GeneratorChoice,
  base: KnowledgeBase,
): Promise<Result<OpenedGenerator>> {
  const { hash } = workspace
  if (choice.id === 'facts') return ok(bind(createFactsGenerator(base, hash), []))
  if (choice.model === undefined)
    return fail(
      createError('ASSAY-1001', {
        message: 'The model-based generator needs a model',
        where: '--model',
        fix: 'add --model provider:model, or use --generator facts',
      }),
    )
  const model = await workspace.openModel(choice.model, choice)
  if (!model.ok) return model
  const validating = await openValidating(workspace, choice)
  if (!validating.ok) return validating
  const embedder =
    base.manifest.embedder === null ? null : await workspace.openEmbedder(base.manifest.embedder)
  if (embedder !== null && !embedder.ok) return embedder
  const generator = createModelGenerator({
    knowledgeBase: base,
    embedder: embedder?.value ?? null,
    model: model.value,
    validatingModel: validating.value ?? undefined,
    hash,
  })
  const ids = [model.value.id, ...(validating.value === null ? [] : [validating.value.id])]
  return ok(bind(generator, [...new Set(ids)]))
}

async function openValidating(
  workspace: Workspace,
  choice: GeneratorChoice,
): Promise<Result<LanguageModel | null>> {
  return choice.validatingModel === undefined ? ok(null) : workspace.openModel(choice.validatingModel, choice)
}
