import { sha256 } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { importPromptfoo } from './import-promptfoo.ts'

const schema = { type: 'object', required: ['a'] }
const files: Readonly<Record<string, unknown>> = {
  'schema.json': schema,
  'schema.txt': 'type: object',
  'expected.txt': 'Paris, {{q}}\n',
  'expected.json': { city: 'Paris' },
  'rubric.txt': '  Is polite  \n',
  'cities.yaml': ['Paris', 'Lyon'],
  'vars.yaml': { q: 'From a file of variables?' },
  'question.txt': 'From a file of text?\n',
  'question.yaml': { ask: 'this' },
  'tests.yaml': [{ vars: { q: 'in a file' }, provider: 'openai:gpt-5-mini', assert: [{ type: 'nosuch' }] }],
}
const yamlTexts: Readonly<Record<string, unknown>> = {
  'type: object\nrequired: [a]': schema,
  'type: object': { type: 'object' },
  'just words': 'just words',
}
const tools = {
  hash: sha256,
  readData: async (file: string) => files[file] ?? null,
  readYaml: (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : yamlTexts[text]),
  isFunctionBody: () => true,
}

async function take(value: Record<string, unknown>) {
  const taken = await importPromptfoo({ prompts: ['{{q}}'], ...value }, 'promptfooconfig.yaml', tools)
  if (!taken.ok) throw new Error(taken.error.where)
  const said = taken.value.notMapped.map(({ what, where, reason }) => `${where}: ${what}: ${reason}`)
  return { ...taken.value, said }
}

/** The checks of the one case that one test with these assertions becomes, and what was not mapped. */
async function takeAssertions(...assert: readonly Record<string, unknown>[]) {
  const { cases, said, files: written } = await take({ tests: [{ vars: { q: 'a' }, assert }] })
  return { checks: cases[0]?.checks ?? [], said, written }
}

describe('the value of an assertion', () => {
  const contains = (...phrases: readonly string[]) => ({
    check: 'contains',
    parameters: { phrases, need: 'all', ignoreCase: false },
  })
  it.each<readonly [assertion: Record<string, unknown>, use: Record<string, unknown>]>([
    [
      { type: 'is-json', value: JSON.stringify(schema) },
      { check: 'json', parameters: { schema } },
    ],
    [
      { type: 'is-json', value: 'type: object\nrequired: [a]' },
      { check: 'json', parameters: { schema } },
    ],
    [
      { type: 'is-json', value: 'file://schema.json' },
      { check: 'json', parameters: { schema } },
    ],
    [
      { type: 'not-contains-json', value: 'file://schema.txt' },
      { check: 'contains-json', parameters: { schema: { type: 'object' } }, not: true },
    ],
    [
      { type: 'contains', value: 'file://expected.txt' },
      { check: 'contains', parameters: { phrases: ['Paris, {{q}}'] } },
    ],
    [
      { type: 'icontains', value: 'file://expected.json' },
      { check: 'contains', parameters: { phrases: ['{"city":"Paris"}'], ignoreCase: true } },
    ],
    [{ type: 'contains-all', value: 'file://cities.yaml' }, contains('Paris', 'Lyon')],
    [{ type: 'contains-all', value: ['file://rubric.txt', '{{q}}'] }, contains('Is polite', 'a')],
    [
      { type: 'equals', value: 'file://expected.json' },
      { check: 'json-diff', parameters: { expected: { city: 'Paris' } } },
    ],
    [
      { type: 'llm-rubric', value: 'file://rubric.txt' },
      { check: 'rules', parameters: { rules: ['Is polite'] } },
    ],
  ])('is read from a file or from text, as there: %j', async (assertion, use) => {
    const { checks, said } = await takeAssertions(assertion)
    expect(said).toEqual([])
    expect(checks).toEqual([use])
  })

  it.each<readonly [assertion: Record<string, unknown>, reason: RegExp]>([
    [{ type: 'is-json', value: 'just words' }, /its value is no JSON Schema/],
    [{ type: 'contains-json', value: '- :' }, /its value is no JSON Schema/],
    [{ type: 'contains', value: 'file://absent.txt' }, /stands in file:\/\/absent.txt, which cannot be read/],
    [{ type: 'equals', value: 'file://expected.js' }, /comes from code/],
    [{ type: 'llm-rubric', value: 'file://rubric.py:make' }, /comes from code/],
    [{ type: 'contains-any', value: ['x', 'file://absent.txt'] }, /cannot be read/],
    [{ type: 'contains-any', value: 'file://expected.json' }, /neither a list nor text/],
    [{ type: 'javascript', value: 'package:mine:check' }, /comes from the package/],
    [{ type: 'javascript', value: 'file://expected.txt' }, /its code stands in another file/],
    [{ type: 'contains', value: '{{ env.CITY }}' }, /it reads the environment/],
    [{ type: 'word-count', value: 'many' }, /neither a number nor bounds/],
  ])('is named where it cannot be read: %j', async (assertion, reason) => {
    const { checks, said } = await takeAssertions(assertion)
    expect(checks).toEqual([])
    expect(said).toEqual([expect.stringMatching(reason)])
    expect(said[0]).toMatch(/^tests\[0\]\.assert\[0\]: /)
  })

  it('leaves a file of code to the assertions that run it, with their settings', async () => {
    const { checks, said, written } = await takeAssertions({
      type: 'javascript',
      value: 'file://check.mjs',
      config: { most: 3 },
    })
    expect(said).toEqual([])
    expect(checks[0]?.parameters).toMatchObject({ parameters: { vars: { q: 'a' }, config: { most: 3 } } })
    expect(written['promptfoo-functions.mjs']).toContain('import("./check.mjs")')
  })
})

describe('what an assertion says beside its value', () => {
  it('is mapped, or named with its reason', async () => {
    const { checks, said } = await takeAssertions(
      { type: 'llm-rubric', value: 'Is polite', threshold: 0.8, rubricPrompt: 'Grade: {{output}}' },
      { type: 'llm-rubric', value: 'Is short', threshold: 0 },
      { type: 'factuality', value: 'It is 30 s.', rubricPrompt: 'file://mine.txt' },
      { type: 'llm-rubric', value: 'Is kind', provider: { id: 'openai:gpt-5', config: { temperature: 0 } } },
      { type: 'similar', value: 'x', provider: 'openai:embedding:large' },
      { type: 'equals', value: 'x', normalizeUnicode: true, description: 'changes nothing' },
      { type: 'contains', value: 'x', metric: '{{q}} named', weight: 0 },
      { type: 'contains', value: 'x', metric: '{{ q | upper }}', weight: -1 },
      { $ref: '#/assertionTemplates/absent' },
    )
    expect(checks).toHaveLength(8)
    expect(checks[3]?.parameters).toMatchObject({ model: 'openai:gpt-5' })
    expect(checks[6]).toMatchObject({ name: 'a named', weight: 0 })
    expect(checks[7]).not.toHaveProperty('weight')
    expect(said.map((line) => line.replace(/^tests\[0\]\.assert/, ''))).toEqual([
      '[5]: equals: its normalizeUnicode: it has no counterpart',
      expect.stringMatching(/^\[0\]: llm-rubric: its threshold/),
      expect.stringMatching(/^\[0\]: llm-rubric: its rubricPrompt/),
      expect.stringMatching(/^\[2\]: factuality: its rubricPrompt/),
      expect.stringMatching(/^\[3\]: llm-rubric: its provider .* without: config$/),
      expect.stringMatching(/^\[4\]: similar: its provider/),
      expect.stringMatching(/^\[7\]: contains: its metric/),
      expect.stringMatching(/^\[7\]: contains: its weight/),
      '[8]: $ref absent: there is no such check',
    ])
  })

  it('counts for a set of assertions too', async () => {
    const part = { type: 'contains', value: 'x' }
    const { checks, said } = await takeAssertions(
      { type: 'assert-set', assert: [part], weight: 3, metric: 'facts', threshold: 0.5 },
      { type: 'assert-set', assert: [part], weight: 0, config: { a: 1 } },
      { type: 'assert-set', assert: [{ ...part, weight: 0 }] },
    )
    expect(checks).toMatchObject([
      { check: 'weighted', name: 'facts', weight: 3, threshold: 0.5 },
      { check: 'all-of', weight: 0 },
    ])
    expect(said).toEqual([
      'tests[0].assert[1]: assert-set: its config: it has no counterpart',
      expect.stringMatching(/^tests\[0\]\.assert\[2\]: assert-set: All checks of the list are advisory/),
    ])
  })
})

describe('a test', () => {
  it('has its own prefix, suffix, prompts and grader', async () => {
    const rubric = { type: 'llm-rubric', value: 'Is polite' }
    const { cases, said, configuration } = await take({
      prompts: [
        { raw: 'Say: {{q}}', label: 'plain' },
        { raw: 'Sing: {{q}}', label: 'art:song' },
        { raw: 'Paint: {{q}}', id: 'picture' },
      ],
      defaultTest: {
        options: { prefix: '> ', suffix: ' <', provider: 'openai:gpt-5' },
        assert: [rubric, { ...rubric, provider: 'openai:gpt-5-nano' }],
      },
      tests: [
        {
          vars: { q: 'a', mark: '!' },
          prompts: ['plain', 'art'],
          options: { prefix: '{{mark}} ', provider: 'anthropic:messages:claude-x' },
        },
        { vars: { q: 'b' }, prompts: ['pict*', 'absent'], options: { disableDefaultAsserts: true } },
        { vars: { q: ['c', 'd'] }, prompts: 'plain', options: { disableVarExpansion: true } },
        { vars: { q: 'e' }, prompts: ['plain'], options: { provider: 'file://grader.py' } },
      ],
    })
    expect(configuration.model).toBe('openai:gpt-5')
    expect(cases.map(({ question }) => question)).toEqual([
      '! Say: a <',
      '! Sing: a <',
      '> Paint: b <',
      '> Say: ["c","d"] <',
      '> Say: e <',
    ])
    const models = cases.map(({ checks }) => checks?.map(({ parameters }) => parameters?.['model']))
    const own = ['anthropic:claude-x', 'openai:gpt-5-nano']
    const standard = [undefined, 'openai:gpt-5-nano']
    expect(models).toEqual([own, own, [], standard, standard])
    expect(said).toEqual([
      'tests[3]: options.provider: Assay cannot ask it; the model of the run judges',
      'tests[1]: prompts: no prompt that was read is absent',
    ])
  })

  it('reads its variables from files, and is left out where it cannot', async () => {
    const { cases, said } = await take({
      tests: [
        { vars: 'file://vars.yaml' },
        { vars: ['vars.yaml'] },
        { vars: { q: 'file://question.txt' } },
        { vars: { q: ['file://question.yaml', 'plain'] } },
        { vars: 'file://absent.yaml' },
        { vars: { q: 'file://make.py' } },
        { vars: { q: 'a', picture: 'file://cat.png' } },
        { vars: { q: 'Where is {{city}}?', city: '{{ place }}', place: 'Paris' } },
        { vars: { q: '{{ env.QUESTION }}' } },
      ],
    })
    expect(cases.map(({ question }) => question)).toEqual([
      'From a file of variables?',
      'From a file of variables?',
      'From a file of text?',
      '{"ask":"this"}',
      'plain',
      'Where is Paris?',
    ])
    expect(said).toEqual([
      'tests[4]: test: its variables stand in file://absent.yaml, which cannot be read',
      'tests[5]: test: its variable q comes from code: file://make.py',
      'tests[6]: test: its variable picture stands in a file without text: file://cat.png',
      'tests[8]: prompt prompt 1: it reads the environment: {{ env.QUESTION }}',
    ])
  })

  it('puts its variables into the messages of a prompt, whatever characters they hold', async () => {
    const messages = [
      { role: 'system', content: 'Be {{how}}.' },
      { role: 'user', content: '{{q}}' },
    ]
    const { cases } = await take({
      prompts: [JSON.stringify(messages), '{"ask": "{{q}}"}'],
      tests: [{ vars: { q: 'Say "hi"\nnow', how: 'short' } }],
    })
    expect(cases).toMatchObject([
      { question: 'Say "hi"\nnow', history: [{ role: 'system', content: 'Be short.' }] },
      { question: JSON.stringify({ ask: 'Say "hi"\nnow' }, null, 2), history: [] },
    ])
  })

  it('names once each part that nothing reads', async () => {
    const { said } = await take({
      $schema: 'https://promptfoo.dev/config-schema.json',
      prompts: ['{{q}}', { raw: 'Say: {{q}}', config: { temperature: 1 } }],
      defaultTest: { options: { rubricPrompt: 'Grade', transform: 'output.trim()' }, metadata: { a: 1 } },
      tests: [
        {
          description: 'changes nothing',
          metadata: { author: 'me' },
          provider: 'openai:gpt-5',
          providerOutput: 'x',
          speed: 'fast',
          vars: { q: ['a', 'b'] },
          options: { storeOutputAs: 'first' },
          assert: [{ type: 'levenshtein', value: 'a' }],
        },
        'file://tests.yaml',
        { path: 'file://make.py:tests', config: { rows: 3 } },
      ],
    })
    expect(said).toEqual([
      'prompts[1]: config: it has no counterpart',
      'tests[2]: tests file://make.py:tests: code makes them',
      'defaultTest: options.rubricPrompt: Assay asks in its own words',
      'defaultTest: options.transform: Assay reads parts of an answer by JSONPath (`on`)',
      'tests[0]: provider: every question is asked of every target',
      'tests[0]: providerOutput: answers that are there already are those of a target of kind recorded',
      'tests[0]: speed: it has no counterpart',
      'tests[0]: options.storeOutputAs: it has no counterpart',
      'tests.yaml[0]: provider: every question is asked of every target',
      expect.stringMatching(/^tests\[0\]\.assert\[0\]: levenshtein: /),
      'tests.yaml[0].assert[0]: nosuch: there is no such check',
    ])
  })

  it('keeps its checks apart where its threshold cannot stand', async () => {
    const { cases, said } = await take({
      tests: [{ vars: { q: 'a' }, threshold: 0.5, assert: [{ type: 'contains', value: 'x', weight: 0 }] }],
    })
    expect(cases[0]?.checks).toMatchObject([{ check: 'contains', weight: 0 }])
    expect(said).toEqual([
      expect.stringMatching(/^tests\[0\]: threshold: All checks of the list are advisory/),
    ])
  })
})
