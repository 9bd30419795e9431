import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { renderRagetReport } from './render-raget-report.ts'

const { summary, cases } = buildReport()
const chunk = (id: string) => ({
  id,
  documentId: 'd',
  source: 'limits.md',
  titlePath: [],
  text: `text of ${id}`,
  start: 0,
  end: 10,
  page: null,
  language: 'en',
  tokens: 3,
  kind: 'prose' as const,
})
const files = renderRagetReport(summary, cases, {
  chunks: [chunk('a'), chunk('b')],
  topics: {
    space: 'tf-idf',
    silhouette: null,
    topics: [{ id: 't1', name: 'limits', namedBy: 'terms', terms: [], chunkIds: ['b'] }],
    unassigned: ['a'],
  },
})
const parse = (name: string): unknown => JSON.parse(files[name] ?? '')
const samples = (files['testset.jsonl'] ?? '')
  .trimEnd()
  .split('\n')
  .map((line): unknown => JSON.parse(line))

it('writes the files that RAGReport.load reads', () => {
  expect(Object.keys(files).sort()).toEqual([
    'agent_answer.json',
    'knowledge_base.jsonl',
    'knowledge_base_meta.json',
    'metrics_results.json',
    'report_details.json',
    'testset.jsonl',
  ])
})

it('keeps questions and answers in the same order, without the cases nobody judged', () => {
  expect(samples).toHaveLength(summary.passing.n)
  expect(parse('agent_answer.json')).toHaveLength(summary.passing.n)
  expect(Object.keys(parse('metrics_results.json') as object)).toHaveLength(summary.passing.n)
  expect(parse('report_details.json')).toMatchObject({ left_out_not_judged: 2 })
})

it("uses RAGET's names of question types and its form of contexts", () => {
  const distracting = cases.find(
    ({ testCase, result }) => testCase.type === 'distracting' && result.passed === true,
  )!
  expect(samples).toContainEqual({
    id: distracting.testCase.id,
    question: distracting.testCase.question,
    reference_answer: distracting.testCase.referenceAnswer,
    reference_context: `Document ${distracting.references[0]!.id}: ${distracting.references[0]!.text}`,
    conversation_history: [],
    metadata: {
      question_type: 'distracting element',
      seed_document_id: distracting.testCase.referenceContexts[0],
      topic: distracting.testCase.topic,
    },
  })
})

it('gives every chunk a topic, Others where it has none', () => {
  expect(parse('knowledge_base_meta.json')).toEqual({
    columns: ['text'],
    min_topic_size: null,
    topics: { '-1': 'Others', '0': 'limits' },
    documents_topics: [-1, 0],
  })
})
