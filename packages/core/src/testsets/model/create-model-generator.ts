import { must } from '../../must.ts'
import type { Hash } from '../../ports/hash.ts'
import type { Embedder } from '../../ports/embedder.ts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import type { LanguageModel } from '../../ports/language-model.ts'
import { createSearchIndex, type SearchIndex } from '../../knowledge/search.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { UnitContext } from '../../runs/run-work.ts'
import type {
  Candidate,
  GenerationOptions,
  PlanRequest,
  QuestionGenerator,
  RejectedCandidate,
} from '../generator.ts'
import { createValidationContext } from '../validation/validation.ts'
import { checkDrafts } from './check-draft.ts'
import { checkScope } from './check-scope.ts'
import { decide } from './draft.ts'
import { modelGeneratorVersion, modelTypes } from './model-generator-version.ts'
import type { ModelUnit } from './model-unit.ts'
import { planUnits } from './plan-units.ts'
import { topicNames } from './spread-over-topics.ts'
import { validateDrafts } from './validate-drafts.ts'
import type { Workshop } from './workshop.ts'
import { writeDrafts } from './write-drafts.ts'

export interface ModelGeneratorParts {
  readonly knowledgeBase: KnowledgeBase
  /** Built from the knowledge base when absent. */
  readonly index?: SearchIndex | undefined
  /** The embedder of the knowledge base; absent: passages are found by words. */
  readonly embedder?: Embedder | null | undefined
  /** Writes the questions. */
  readonly model: LanguageModel
  /** Answers and compares; absent: the same. */
  readonly validatingModel?: LanguageModel | undefined
  readonly hash: Hash
}

/** Questions by a language model, each tested by a model before it is kept. */
export function createModelGenerator(parts: ModelGeneratorParts): QuestionGenerator<ModelUnit> {
  const { knowledgeBase, hash } = parts
  const index = parts.index ?? createSearchIndex(knowledgeBase)
  const version = modelGeneratorVersion(hash)
  const topics = topicNames(knowledgeBase)
  const validation = createValidationContext(knowledgeBase)
  const workshopFor = (context: UnitContext, options: GenerationOptions): Workshop => ({
    knowledgeBase,
    index,
    embedder: parts.embedder ?? null,
    hash,
    options,
    version,
    writer: context.model(parts.model),
    validator: context.model(parts.validatingModel ?? parts.model),
    signal: context.signal,
    topicOf: (chunkId) => topics.get(chunkId) ?? null,
  })
  return {
    id: 'model',
    version,
    types: modelTypes,
    plan: (request: PlanRequest, earlier: readonly ModelUnit[]) =>
      ok(planUnits(request, earlier, { knowledgeBase, index, hash })),
    perform: (unit, context) => performUnit(unit, workshopFor(context, unit.options), validation),
  }
}

async function performUnit(
  unit: ModelUnit,
  workshop: Workshop,
  validation: ReturnType<typeof createValidationContext>,
): Promise<Result<readonly Candidate[]>> {
  const written = await Promise.all(
    unit.neighbourhoods.map((neighbourhood) => writeDrafts(neighbourhood, workshop)),
  )
  const [failure] = written.filter((one) => !one.ok)
  if (failure !== undefined && written.every((one) => !one.ok)) return fail(failure.error)
  const checked = checkDrafts(
    written.flatMap((one) => (one.ok ? one.value : [])),
    validation,
  )
  const standing = checked.filter(({ findings }) => findings.every(({ fault }) => fault === null))
  const fallen = checked.filter((one) => !standing.includes(one))
  const outOfScope = standing.filter(({ draft }) => draft.testCase.type === 'out-of-scope')
  const tested = await Promise.all([
    validateDrafts(
      standing.filter((one) => !outOfScope.includes(one)),
      workshop,
    ),
    ...outOfScope.map(async (one) => [await checkScope(one, workshop)]),
  ])
  const lost = written.flatMap((one, place) => (one.ok ? [] : [lostCall(unit, place, one.error.message)]))
  return ok([...lost, ...fallen.map(({ draft, findings }) => decide(draft, findings)), ...tested.flat()])
}

/** A generation call that failed while others of its unit did not: told, so that the shortfall has its reason. */
const lostCall = (unit: ModelUnit, place: number, reason: string): RejectedCandidate => ({
  outcome: 'rejected',
  type: must(unit.neighbourhoods[place], 'neighbourhood of a call').type,
  question: '',
  checks: [],
  rejectedBy: 'generation',
  reason,
})
