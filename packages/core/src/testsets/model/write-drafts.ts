import type { Evidence, TestCase } from '@assay/contracts'
import { generationPrompts } from '../../prompts/generate-questions.data.ts'
import { generateOutOfScopePrompt } from '../../prompts/generate-out-of-scope.data.ts'
import { promptVersion } from '../../prompts/prompt.ts'
import { questionTypes, type AnswerableType } from '../../prompts/question-types.data.ts'
import { fail, ok, type Result } from '../../result.ts'
import { askForJson } from '../../structured-output/ask-for-json.ts'
import { passageTexts, type Draft } from './draft.ts'
import { locateEvidence } from './locate-evidence.ts'
import type { Neighbourhood } from './model-unit.ts'
import type { Workshop } from './workshop.ts'

/** A candidate as written, before its label is given. `lostQuote`: words that stand in none of its passages. */
export interface WrittenDraft extends Omit<Draft, 'label'> {
  readonly lostQuote: string | null
}

/** Candidates of one neighbourhood; one call. */
export async function writeDrafts(
  neighbourhood: Neighbourhood,
  workshop: Workshop,
): Promise<Result<readonly WrittenDraft[]>> {
  return neighbourhood.type === 'out-of-scope'
    ? writeOutOfScope(neighbourhood, workshop)
    : writeAnswerable(neighbourhood.type, neighbourhood, workshop)
}

async function writeAnswerable(
  type: AnswerableType,
  neighbourhood: Neighbourhood,
  workshop: Workshop,
): Promise<Result<readonly WrittenDraft[]>> {
  const prompt = generationPrompts[type]
  const asked = await askForJson(workshop.writer, prompt, promptValues(neighbourhood, workshop), {
    hash: workshop.hash,
  })
  if (!asked.ok) return fail(asked.error)
  const version = promptVersion(prompt, workshop.hash)
  return ok(
    asked.value.value.candidates.slice(0, neighbourhood.count).map((candidate) => {
      const claims = candidate.claims.map(({ text, passage, quote }) => ({
        text: text.trim(),
        quote,
        evidence: locateEvidence(quote, passage, neighbourhood.passages),
      }))
      const lost = claims.find(({ evidence }) => evidence === null)
      const evidence = claims.flatMap((claim) => claim.evidence ?? [])
      const testCase = toCase({ neighbourhood, workshop, version }, evidence, {
        question: candidate.question.trim(),
        history: candidate.history.map(({ role, content }) => ({ role, content: content.trim() })),
        referenceAnswer: candidate.answer.trim(),
        referenceClaims: claims.map(({ text, evidence }) => ({
          text,
          evidence: evidence === null ? [] : [evidence],
        })),
      })
      const plainQuestion = candidate.plainQuestion.trim()
      return { neighbourhood, testCase, plainQuestion, searches: [], lostQuote: lost?.quote ?? null }
    }),
  )
}

/** What the reference of a question says that the documents do not answer. */
export const outOfScopeReference = 'The documents do not answer this question.'

async function writeOutOfScope(
  neighbourhood: Neighbourhood,
  workshop: Workshop,
): Promise<Result<readonly WrittenDraft[]>> {
  const prompt = generateOutOfScopePrompt
  const asked = await askForJson(workshop.writer, prompt, promptValues(neighbourhood, workshop), {
    hash: workshop.hash,
  })
  if (!asked.ok) return fail(asked.error)
  const version = promptVersion(prompt, workshop.hash)
  return ok(
    asked.value.value.candidates.slice(0, neighbourhood.count).map(({ question, searches }) => ({
      neighbourhood,
      testCase: toCase({ neighbourhood, workshop, version }, [], {
        question: question.trim(),
        history: [],
        referenceAnswer: outOfScopeReference,
        referenceClaims: [],
      }),
      plainQuestion: '',
      searches,
      lostQuote: null,
    })),
  )
}

const promptValues = (neighbourhood: Neighbourhood, { options }: Workshop) => ({
  description: options.description ?? 'not told',
  instructions: options.instructions ?? 'none',
  count: String(neighbourhood.count),
  language: neighbourhood.language,
  passages: passageTexts(neighbourhood),
  examples: (options.examples ?? []).slice(0, 10).map((text, index) => ({ label: `e${index + 1}`, text })),
})

interface Origin {
  readonly neighbourhood: Neighbourhood
  readonly workshop: Workshop
  readonly version: string
}

function toCase(
  { neighbourhood, workshop, version }: Origin,
  evidence: readonly Evidence[],
  parts: Pick<TestCase, 'question' | 'history' | 'referenceAnswer' | 'referenceClaims'>,
): TestCase {
  const { type } = neighbourhood
  const seed = neighbourhood.passages[0]?.chunk.id ?? ''
  const contexts = [...new Set(evidence.map(({ chunkId }) => chunkId))]
  const clusterKey = contexts[0] ?? seed
  const content = JSON.stringify([type, parts.question, parts.history, clusterKey])
  return {
    id: `model-${workshop.hash(content).slice(0, 12)}`,
    ...parts,
    referenceContexts: contexts,
    type,
    level: type === 'out-of-scope' ? 'complex' : questionTypes[type].level,
    topic: workshop.topicOf(clusterKey),
    language: neighbourhood.language,
    clusterKey,
    tags: [],
    provenance: {
      generator: 'model',
      generatorVersion: workshop.version,
      promptVersion: version,
      model: workshop.writer.id,
      validatingModel: workshop.validator.id,
      seed: workshop.options.seed,
      knowledgeBaseVersion: workshop.knowledgeBase.manifest.version,
    },
    validity: {},
    status: 'draft',
  }
}
