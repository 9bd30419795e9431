import { createHash } from 'node:crypto'
import { questionTypeSchema, type TestCase } from '@assay/contracts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { must } from '../../must.ts'
import { exchangeFormatIds, type ExchangeFormatId, type ExportTools } from './exchange-format.ts'
import { exportTestSet } from './export-test-set.ts'
import { importTestSet } from './import-test-set.ts'

const tools: ExportTools = {
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  detectLanguage: () => 'en',
  contextText: (id) => (id === 'gone' ? undefined : `Passage ${id}.`),
}
const read = (text: string, format: ExchangeFormatId): readonly TestCase[] => {
  const imported = importTestSet(text, format, 'file', tools)
  return must(imported.ok ? imported.value : null, JSON.stringify(imported))
}
const write = (cases: readonly TestCase[], format: ExchangeFormatId): string =>
  exportTestSet(cases, format, tools)

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'a;b',
    '"quoted", with a comma',
    'two\nlines',
    '=SUM(A1)',
    '  blanks  ',
    '',
    '\r\n',
    '__proto__',
  ),
)
const message = fc.record({
  role: fc.constantFrom('user' as const, 'assistant' as const, 'system' as const),
  content: text,
})
const testCase: fc.Arbitrary<TestCase> = fc
  .record({
    question: text,
    history: fc.array(message, { maxLength: 3 }),
    referenceAnswer: text,
    referenceClaims: fc.array(
      fc.record({ text, evidence: fc.constant<TestCase['referenceClaims'][number]['evidence']>([]) }),
      { maxLength: 2 },
    ),
    referenceContexts: fc.array(fc.constantFrom('c1', 'c2', 'gone'), { maxLength: 3 }),
    type: fc.constantFrom(...questionTypeSchema.options),
    level: fc.constantFrom('easy' as const, 'complex' as const, 'distracting' as const),
    topic: fc.option(text),
    language: fc.constantFrom('en', 'de'),
    clusterKey: text,
    tags: fc.array(text, { maxLength: 3 }),
    provenance: fc.constantFrom(
      { generator: 'facts', seed: 1 },
      { generator: 'person' },
      { generator: 'import:csv', original: { x: 'y' } },
    ),
    validity: fc.constantFrom({}, { 'well-formed': 'passed' as const }),
    status: fc.constantFrom('draft' as const, 'active' as const),
  })
  .map((parts) => ({ id: 'case-1', ...parts }))

describe.each(exchangeFormatIds)('%s', (format) => {
  test('what is exported and imported again is the same', () => {
    fc.assert(
      fc.property(fc.array(testCase, { maxLength: 3 }), (made) => {
        const cases = made.map((each, index) => ({
          ...each,
          id: `case-${index}`,
          question: each.question || 'Why?',
        }))
        if (format !== 'jsonl' && cases.length === 0) return
        expect(read(write(cases, format), format)).toEqual(cases)
      }),
      { numRuns: 200 },
    )
  })
})

const raget = {
  id: '7f2c',
  question: 'And the default?',
  reference_answer: '8080',
  reference_context: 'Document 12: The port is 8080.\n\nDocument 13: More.',
  conversation_history: [
    { role: 'user', content: 'A question on the port.' },
    { role: 'assistant', content: 'How can I help you with that?' },
  ],
  metadata: {
    question_type: 'out of scope',
    seed_document_id: 12,
    topic: 'Ports',
    fake_fact: 'x',
    nested: { deep: [1, 2] },
  },
  agent_answer: 'I do not know',
}

describe('a RAGET test set', () => {
  test('is read by its own names', () => {
    const [first] = read(JSON.stringify(raget), 'raget')
    expect(first).toMatchObject({
      id: '7f2c',
      question: 'And the default?',
      referenceAnswer: '8080',
      type: 'out-of-scope',
      topic: 'Ports',
      clusterKey: 'document:12',
      status: 'draft',
      provenance: {
        generator: 'import:raget',
        original: { agent_answer: 'I do not know', metadata: { fake_fact: 'x' } },
      },
    })
    expect(first?.history).toHaveLength(2)
    expect(first?.provenance.original).not.toHaveProperty('question')
  })

  test('comes back as it was', () => {
    const again: unknown = JSON.parse(write(read(JSON.stringify(raget), 'raget'), 'raget'))
    expect(again).toEqual(raget)
  })

  test('an edit stands in what is written back, beside all that was kept', () => {
    const [first] = read(JSON.stringify(raget), 'raget')
    const edited = { ...must(first, 'case'), question: 'What is the default port?', topic: 'Network' }
    const again: unknown = JSON.parse(write([edited], 'raget'))
    expect(again).toEqual({
      ...raget,
      question: edited.question,
      metadata: { ...raget.metadata, topic: 'Network' },
    })
  })

  test('names the line of a record that is none', () => {
    const lines = `${JSON.stringify(raget)}\n{"question": 5}`
    expect(importTestSet(lines, 'raget', 'set.jsonl', tools)).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-3002', where: 'set.jsonl, line 2' },
    })
    const twice = `${JSON.stringify(raget)}\n${JSON.stringify(raget)}`
    expect(importTestSet(twice, 'raget', 'set.jsonl', tools)).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-3006', where: 'set.jsonl, line 2' },
    })
  })
})

const hub = {
  id: 'a1',
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello' },
    { role: 'user', content: 'Which port?' },
  ],
  demo_output: { role: 'assistant', content: '8080, I think', metadata: { category: 'ports' } },
  tags: ['Issue Group: Ports'],
  checks: [
    { identifier: 'conformity', enabled: true, params: { rules: ['Be short'] } },
    { identifier: 'correctness', enabled: false, params: { type: 'correctness', reference: '8080' } },
  ],
  status: 'draft',
  comments: [],
}

describe('a hub dataset', () => {
  test('gives question, history, reference, tags and status', () => {
    const [first] = read(JSON.stringify({ name: 'set', test_cases: [hub] }), 'hub-json')
    expect(first).toMatchObject({
      question: 'Which port?',
      referenceAnswer: '8080',
      tags: ['Issue Group: Ports'],
      status: 'draft',
    })
    expect(first?.history).toHaveLength(2)
  })

  test('comes back as it was, and with an edited reference where it was edited', () => {
    const [first] = read(JSON.stringify([hub]), 'hub-json')
    const back = (each: TestCase): unknown => JSON.parse(write([each], 'hub-json'))
    const sorted = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (_, each: unknown) =>
          Array.isArray(each)
            ? each.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
            : each,
        ),
      )
    expect(sorted(back(must(first, 'case')))).toEqual(sorted([hub]))
    const edited = back({ ...must(first, 'case'), referenceAnswer: '9090' })
    expect(edited).toMatchObject([
      {
        checks: [
          { identifier: 'correctness', params: { type: 'correctness', reference: '9090' } },
          { identifier: 'conformity' },
        ],
      },
    ])
    expect(edited).not.toHaveProperty(['0', 'checks', '0', 'spec'])
  })

  test('a CSV keeps the columns Assay has no field for', () => {
    const csv =
      'user_message,bot_message,tag_1,tag_2,expected_output,rule_1\nWhich port?,8080?,net,,8080,Be short\n'
    const cases = read(csv, 'hub-csv')
    expect(cases[0]).toMatchObject({ question: 'Which port?', referenceAnswer: '8080', tags: ['net'] })
    expect(read(write(cases, 'hub-csv'), 'hub-csv')).toEqual(cases)
    expect(write(cases, 'hub-csv')).toContain('Be short')
  })
})

describe('a plain CSV', () => {
  test("others' column names are understood, other columns kept, lines named", () => {
    const csv = 'Query;Ground_Truth;owner\n"Which\nport?";8080;Ann\n;9;Bob\n'
    expect(importTestSet(csv, 'csv', 'q.csv', tools)).toMatchObject({
      ok: false,
      error: { where: 'q.csv, line 4' },
    })
    const [first] = read(csv.replace(';9;Bob\n', ''), 'csv')
    expect(first).toMatchObject({
      question: 'Which\nport?',
      referenceAnswer: '8080',
      status: 'active',
      provenance: { original: { owner: 'Ann' } },
    })
    expect(read(csv.replace(';9;Bob\n', ''), 'csv')[0]?.id).toBe(first?.id)
  })

  test('the language is the one given, else told by the question', () => {
    const csv =
      'question,answer,language\nWhat is the capital of France?,Paris,\nHow many?,3,de\nPort?,8080,\n'
    const imported = importTestSet(csv, 'csv', 'q.csv', { ...tools, detectLanguage: () => null })
    expect(imported.ok && imported.value.map(({ language }) => language)).toEqual(['en', 'de', 'und'])
  })
})
