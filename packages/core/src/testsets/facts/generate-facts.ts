import type { Chunk, QuestionType, TestCase } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import type { Hash } from '../../ports/hash.ts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import { fail, ok, type Result } from '../../result.ts'
import { createRandom } from '../../statistics/random.ts'
import { validateCase } from '../validation/validate-case.ts'
import { createValidationContext, type ValidationContext } from '../validation/validation.ts'
import { composeAll, type Material } from './compose/compose-all.ts'
import { composeSimple } from './compose/compose-simple.ts'
import type { BaseQuestion, Draft } from './compose/draft.ts'
import { buildDomain } from './domain.ts'
import { extractFacts } from './extract/extract-facts.ts'
import { createDistinctness } from './index/distinct-descriptions.ts'
import { buildFactIndex, type FactIndex } from './index/fact-index.ts'
import { createAbsenceCheck, findGaps } from './index/find-gaps.ts'
import { explainShortfall } from './explain-shortfall.ts'
import { factsTypes, type FactsOptions, type RejectedCandidate, type Shortfall } from './options.ts'
import { selectCases, type Candidate } from './select/select-cases.ts'
import { toCase, type CaseContext } from './to-case.ts'

export interface FactsResult {
  readonly cases: readonly TestCase[]
  readonly rejected: readonly RejectedCandidate[]
  readonly shortfall: readonly Shortfall[]
  /** Passages in another language than English, which were left out. */
  readonly skippedChunks: number
}

/**
 * Questions whose answers a rule can check, by the ten rules of methods §1: extracts facts that are understood whole,
 * words them in closed frames, composes the harder types from them, rejects, ranks and caps. The same knowledge base,
 * options and seed give the same cases. Fails with ASSAY-3004 when most of the text is not English, or English is not
 * among the languages asked for.
 */
export function generateFacts(
  knowledgeBase: KnowledgeBase,
  options: FactsOptions,
  tools: { readonly hash: Hash },
): Result<FactsResult> {
  const english = knowledgeBase.chunks.filter(isEnglish)
  const skippedChunks = knowledgeBase.chunks.length - english.length
  const language = requireEnglish(skippedChunks, knowledgeBase.chunks.length, options.languages)
  if (!language.ok) return language
  const facts = extractFacts(english, buildDomain(english))
  const index = buildFactIndex(facts.triples)
  const random = createRandom(options.seed)
  const wanted = wantedChunks(knowledgeBase, english, options)
  const workshop: Workshop = {
    ...caseContext(knowledgeBase, options, index, tools.hash),
    validation: createValidationContext(knowledgeBase),
    rejected: [],
  }
  const isDistinct = createDistinctness(facts.triples)
  const bases = facts.triples
    .filter((triple) => wanted.has(triple.source.evidence.chunkId))
    .filter(
      ({ ask, subject }) =>
        ask.form !== 'which' || isDistinct(`${ask.kind} that ${ask.predicate}`, subject.name),
    )
    .flatMap((triple) => makeBase(triple, workshop) ?? [])
  const absence = createAbsenceCheck(english)
  const gaps = [...facts.gaps, ...findGaps(facts.triples)].filter(
    (gap) => wanted.has(gap.chunkId) && absence.whyUnsure(gap.subject.name, gap.attribute) === null,
  )
  const paraphrases = facts.paraphrases.filter(({ phrase, name }) => isDistinct(phrase, name))
  const material: Material = { bases, paraphrases, gaps, index, random }
  const types = options.types.filter((type) => factsTypes.includes(type))
  const candidates = types.flatMap((type) => makeCandidates(type, material, workshop))
  const documents = new Set(candidates.map(({ draft }) => draft.documentId)).size
  const selection = selectCases(candidates, { questions: options.questions, types, random, documents })
  const shortfall = explainShortfall(options, selection, { candidates, rejected: workshop.rejected })
  return ok({
    cases: selection.cases,
    rejected: [...workshop.rejected, ...selection.rejected],
    shortfall,
    skippedChunks,
  })
}

function requireEnglish(skipped: number, all: number, languages: FactsOptions['languages']): Result<void> {
  const only = 'The rule-based generator works for English only'
  if (languages !== undefined && !languages.includes('en'))
    return fail(createError('ASSAY-3004', { message: `${only}; asked for: ${languages.join(', ')}` }))
  return skipped * 2 > all
    ? fail(
        createError('ASSAY-3004', {
          message: `${only}; ${skipped} of ${all} passages are in another language`,
        }),
      )
    : ok(undefined)
}

const isEnglish = ({ language }: Chunk): boolean => language === null || language === 'en'

interface Workshop extends CaseContext {
  readonly validation: ValidationContext
  readonly rejected: RejectedCandidate[]
}

function wantedChunks(
  { topics }: KnowledgeBase,
  chunks: readonly Chunk[],
  options: FactsOptions,
): ReadonlySet<string> {
  const inTopics =
    options.topics &&
    new Set(
      topics?.topics
        .filter(({ id, name }) => options.topics?.includes(id) || options.topics?.includes(name))
        .flatMap(({ chunkIds }) => chunkIds),
    )
  const inSources = (source: string): boolean =>
    options.sources?.some(
      (wanted) => source === wanted || source.startsWith(`${wanted.replace(/\/$/, '')}/`),
    ) ?? true
  return new Set(
    chunks.filter(({ id, source }) => (inTopics?.has(id) ?? true) && inSources(source)).map(({ id }) => id),
  )
}

function caseContext(
  { manifest, topics }: KnowledgeBase,
  { seed }: FactsOptions,
  index: FactIndex,
  hash: Hash,
): CaseContext {
  const names = new Map(
    topics?.topics.flatMap(({ name, chunkIds }) => chunkIds.map((id) => [id, name] as const)),
  )
  return { index, hash, manifest, seed, topicOf: (chunkId) => names.get(chunkId) ?? null }
}

/** The fact as a simple question, if it is the only answer and the question holds. */
function makeBase(triple: BaseQuestion['triple'], workshop: Workshop): BaseQuestion | null {
  const draft = composeSimple(triple)
  if (draft === null) return null
  const [conflict] = workshop.index.conflicting(triple)
  if (conflict) {
    workshop.rejected.push({
      type: 'simple',
      question: draft.question,
      rejectedBy: 'unique-answer',
      reason: `the documents also say: ${conflict.statement}`,
    })
    return null
  }
  return makeCandidate(draft, workshop) && { triple, draft }
}

const makeCandidates = (type: QuestionType, material: Material, workshop: Workshop): Candidate[] =>
  composeAll(type, material).flatMap((draft) => makeCandidate(draft, workshop) ?? [])

function makeCandidate(draft: Draft, workshop: Workshop): Candidate | null {
  const testCase = toCase(draft, workshop)
  const outcome = validateCase(testCase, workshop.validation)
  if (!outcome.valid) {
    workshop.rejected.push({
      type: draft.type,
      question: draft.question,
      rejectedBy: outcome.rejectedBy,
      reason: outcome.reason,
    })
    return null
  }
  const proven =
    draft.type === 'out-of-scope'
      ? { 'absent-from-knowledge-base': 'passed' as const }
      : { 'unique-answer': 'passed' as const }
  const validity = {
    ...outcome.validity,
    ...proven,
    'near-duplicate': 'passed' as const,
    'not-answerable-without': 'not-tested' as const,
  }
  return { draft, testCase: { ...testCase, validity } }
}
