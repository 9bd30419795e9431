import type { Chunk, EvaluationSummary, QuestionType, TopicMap } from '@assay/contracts'
import { formatOutcome } from '@assay/core/wording'
import type { ReportCase } from '../report-case.ts'

export interface RagetKnowledgeBase {
  readonly chunks: readonly Chunk[]
  readonly topics: TopicMap | null
}

/** RAGET's name of a question type; types it does not have keep ours. */
const ragetTypes: Partial<Readonly<Record<QuestionType, string>>> = {
  distracting: 'distracting element',
  'multi-hop': 'multi-context',
  'out-of-scope': 'out of scope',
}

/** RAGET's topic of whatever belongs to none. */
const others = { id: -1, name: 'Others' }

/**
 * A RAGET report folder (giskard 2, `RAGReport.save`) without its `report.html`: file name to content.
 * RAGET knows right and wrong only, so cases that were not judged are left out of all files and counted in
 * `report_details.json`, which RAGET reads `recommendation` from.
 */
export function renderRagetReport(
  summary: EvaluationSummary,
  cases: readonly ReportCase[],
  knowledgeBase: RagetKnowledgeBase,
): Readonly<Record<string, string>> {
  const judged = cases.filter(({ result }) => result.passed !== null)
  return {
    'testset.jsonl': toJsonLines(judged.map(toQuestionSample)),
    'agent_answer.json': toJson(judged.map(toAgentAnswer)),
    'report_details.json': toJson({
      recommendation: summary.suggestions.map(({ text }) => text).join(' '),
      left_out_not_judged: cases.length - judged.length,
    }),
    'metrics_results.json': toJson(Object.fromEntries(judged.map(toCorrectness))),
    'knowledge_base.jsonl': toJsonLines(knowledgeBase.chunks.map(({ id, text }) => ({ id, text }))),
    'knowledge_base_meta.json': toJson(describeTopics(knowledgeBase)),
  }
}

function toQuestionSample({ testCase, references }: ReportCase) {
  return {
    id: testCase.id,
    question: testCase.question,
    reference_answer: testCase.referenceAnswer,
    reference_context: references.map(({ id, text }) => `Document ${id}: ${text}`).join('\n\n'),
    conversation_history: testCase.history,
    metadata: {
      question_type: ragetTypes[testCase.type] ?? testCase.type,
      seed_document_id: testCase.referenceContexts[0] ?? null,
      topic: testCase.topic ?? others.name,
    },
  }
}

const toAgentAnswer = ({ answer }: ReportCase) => ({
  message: answer?.text ?? '',
  documents: answer?.documents?.map(({ text }) => text) ?? null,
})

const toCorrectness = ({ testCase, result }: ReportCase) =>
  [
    testCase.id,
    {
      correctness: result.passed === true,
      correctness_reason: result.reason ?? formatOutcome(result),
    },
  ] as const

function describeTopics({ chunks, topics }: RagetKnowledgeBase) {
  const named = topics?.topics ?? []
  const topicOfChunk = new Map(
    named.flatMap(({ chunkIds }, index) => chunkIds.map((id) => [id, index] as const)),
  )
  return {
    columns: ['text'],
    min_topic_size: null,
    topics: {
      [others.id]: others.name,
      ...Object.fromEntries(named.map(({ name }, index) => [index, name])),
    },
    documents_topics: chunks.map(({ id }) => topicOfChunk.get(id) ?? others.id),
  }
}

const toJson = (value: unknown): string => `${JSON.stringify(value)}\n`
const toJsonLines = (rows: readonly unknown[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('')
