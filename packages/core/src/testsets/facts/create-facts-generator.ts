import type { QuestionType } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import { ok, type Result } from '../../result.ts'
import { canonicalJson } from '../../runs/canonical-json.ts'
import type { Candidate, GenerationOptions, GenerationUnit, QuestionGenerator } from '../generator.ts'
import { generateFacts, type FactsResult } from './generate-facts.ts'
import { factsTypes } from './options.ts'
import { FACTS_VERSION } from './to-case.ts'

/**
 * The rules behind the port of all generators. One unit makes the whole set, for caps and uniqueness look at all of it;
 * it asks no model, so there is nothing to top up in a second round.
 */
export function createFactsGenerator(knowledgeBase: KnowledgeBase, hash: Hash): QuestionGenerator {
  const made = new Map<string, Result<FactsResult>>()
  const generate = (key: string, options: GenerationOptions): Result<FactsResult> => {
    const known = made.get(key)
    if (known !== undefined) return known
    const { questions, seed, topics, sources, languages, types = factsTypes } = options
    const result = generateFacts(
      knowledgeBase,
      {
        questions,
        seed,
        types,
        ...(topics && { topics }),
        ...(sources && { sources }),
        ...(languages && { languages }),
      },
      { hash },
    )
    made.set(key, result)
    return result
  }
  return {
    id: 'facts',
    version: FACTS_VERSION,
    types: factsTypes,
    plan({ options, round }) {
      if (round > 0) return ok([])
      const key = unitKey(knowledgeBase, options, hash)
      const result = generate(key, options)
      if (!result.ok) return result
      const unit: FactsUnit = { key, options, calls: 0, candidates: countByType(result.value) }
      return ok([unit])
    },
    perform: (unit) => {
      const { key, options } = unit as FactsUnit
      const result = generate(key, options)
      return Promise.resolve(result.ok ? ok(toCandidates(result.value)) : result)
    },
  }
}

interface FactsUnit extends GenerationUnit {
  readonly options: GenerationOptions
}

const unitKey = ({ manifest }: KnowledgeBase, options: GenerationOptions, hash: Hash): string =>
  hash(canonicalJson(['facts', FACTS_VERSION, manifest.version, options]))

function countByType({ cases }: FactsResult): Partial<Record<QuestionType, number>> {
  const counts: Partial<Record<QuestionType, number>> = {}
  for (const { type } of cases) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

const toCandidates = ({ cases, rejected }: FactsResult): readonly Candidate[] => [
  ...cases.map((testCase): Candidate => ({
    outcome: 'kept',
    type: testCase.type,
    question: testCase.question,
    checks: Object.entries(testCase.validity).map(([id, outcome]) => ({ id, outcome })),
    testCase,
  })),
  ...rejected.map(({ type, question, rejectedBy, reason }): Candidate => ({
    outcome: 'rejected',
    type,
    question,
    checks: [{ id: rejectedBy, outcome: 'failed' }],
    rejectedBy,
    reason,
  })),
]
