import type { CheckUse } from '@assay/contracts'
import { createCheckPorts, sha256 } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { prepareChecks } from '../checks/prepare-checks.ts'
import { fillTemplate } from './fill-template.ts'
import { importPromptfoo } from './import-promptfoo.ts'

const files: Readonly<Record<string, unknown>> = {
  'prompts/long.txt': 'Think, then answer: {{question}}',
  'tests.yaml': [{ vars: { question: 'From a file?' }, assert: [{ type: 'contains', value: 'file' }] }],
}
const tools = {
  hash: sha256,
  readData: async (file: string) => files[file] ?? null,
  readYaml: () => undefined,
  isFunctionBody: () => true,
}

async function take(value: unknown) {
  const taken = await importPromptfoo(value, 'promptfooconfig.yaml', tools)
  if (!taken.ok) throw new Error(taken.error.where)
  return taken.value
}

describe('a promptfoo configuration', () => {
  it('becomes questions, targets and checks that decide alone', async () => {
    const { configuration, cases, notMapped, mapped } = await take({
      description: 'Capitals',
      prompts: ['Answer briefly: {{question}}', 'file://prompts/long.txt'],
      providers: [
        'openai:gpt-5-mini',
        { id: 'ollama:chat:llama3.2', label: 'Llama', config: { temperature: 0 } },
      ],
      defaultTest: { assert: [{ type: 'latency', threshold: 2000 }] },
      tests: [
        {
          vars: { question: ['Capital of France?', 'Capital of Spain?'], answer: 'Paris' },
          assert: [{ type: 'icontains', value: '{{answer}}' }],
        },
        'file://tests.yaml',
      ],
    })
    expect(notMapped).toEqual([])
    expect(mapped).toBe(12)
    expect(configuration).toMatchObject({
      judge: 'none',
      target: 'openai-gpt-5-mini',
      targets: {
        'openai-gpt-5-mini': { kind: 'openai', model: 'gpt-5-mini', apiKeyEnv: 'OPENAI_API_KEY' },
        llama: { url: 'http://localhost:11434/v1', model: 'llama3.2', temperature: 0 },
      },
    })
    expect(cases.map(({ question }) => question)).toEqual([
      'Answer briefly: Capital of France?',
      'Think, then answer: Capital of France?',
      'Answer briefly: Capital of Spain?',
      'Think, then answer: Capital of Spain?',
      'Answer briefly: From a file?',
      'Think, then answer: From a file?',
    ])
    expect(cases[0]?.checks).toEqual([
      { check: 'latency', parameters: { maxMs: 2000 } },
      { check: 'contains', parameters: { phrases: ['Paris'], ignoreCase: true } },
    ])
  })

  it('names what it leaves out, with the reason', async () => {
    const { notMapped } = await take({
      prompts: ['{% if x %}{{q}}{% endif %}'],
      providers: ['anthropic:messages:some-model'],
      sharing: true,
      tests: [{ vars: { q: 'a' } }],
    })
    expect(notMapped.map(({ what, where }) => [what, where])).toEqual([
      ['sharing', 'sharing'],
      ['provider anthropic:messages:some-model', 'providers[0]'],
      ['prompt prompt 1', 'tests[0]'],
    ])
    const { notMapped: assertions } = await take({
      prompts: ['{{q}}'],
      tests: [
        {
          vars: { q: 'a' },
          assert: [{ type: 'regex', value: '(?=a)' }, { type: 'llm-rubric' }, { type: 'nosuch' }],
        },
      ],
    })
    expect(assertions.map(({ what }) => what)).toEqual(['regex', 'llm-rubric', 'nosuch'])
    expect(assertions[1]?.reason).toBe('it has no value')
    expect(assertions[0]?.reason).toContain('The pattern could not be read')
  })

  it('is refused by name and place where it has another shape', async () => {
    expect(await importPromptfoo({ tests: 7 }, 'x.yaml', tools)).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-1002', where: expect.stringContaining('tests') },
    })
  })

  it('keeps inline code in a file beside it', async () => {
    const { cases, files: written } = await take({
      prompts: ['{{q}}'],
      tests: [
        {
          vars: { q: 'a' },
          assert: [
            { type: 'javascript', value: 'output.length < 9' },
            { type: 'python', value: 'len(output) < 9' },
          ],
        },
      ],
    })
    expect(cases[0]?.checks?.map(({ parameters }) => parameters?.['function'])).toEqual([
      'promptfoo-functions.mjs:assertion1',
      'promptfoo_functions.py:assertion_1',
    ])
    expect(written['promptfoo-functions.mjs']).toContain('\nreturn output.length < 9\n')
    expect(written['promptfoo_functions.py']).toContain('return len(output) < 9')
  })
})

/** Pass or fail as promptfoo's documentation defines each deterministic assertion. */
describe('its deterministic assertions decide as there', () => {
  const schema = { type: 'object', required: ['a'] }
  it.each<readonly [assertion: Record<string, unknown>, answer: string, passes: boolean]>([
    [{ type: 'equals', value: 'Paris' }, 'Paris', true],
    [{ type: 'equals', value: 'Paris' }, 'paris', false],
    [{ type: 'equals', value: { a: 1 } }, '{"a": 1}', true],
    [{ type: 'contains', value: 'ar' }, 'Paris', true],
    [{ type: 'not-contains', value: 'ar' }, 'Paris', false],
    [{ type: 'icontains', value: 'PAR' }, 'paris', true],
    [{ type: 'contains-all', value: ['a', 'b'] }, 'a b', true],
    [{ type: 'contains-all', value: ['a', 'b'] }, 'a', false],
    [{ type: 'contains-any', value: 'x, a' }, 'a', true],
    [{ type: 'icontains-any', value: ['X', 'B'] }, 'a', false],
    [{ type: 'starts-with', value: 'Yes' }, 'Yes, it is', true],
    [{ type: 'regex', value: String.raw`\d{4}` }, 'in 2024', true],
    [{ type: 'not-regex', value: String.raw`\d{4}` }, 'in 2024', false],
    [{ type: 'is-json' }, '{"a": 1}', true],
    [{ type: 'is-json', value: schema }, '{"b": 1}', false],
    [{ type: 'contains-json' }, 'see {"a": 1}', true],
    [{ type: 'word-count', value: 3 }, 'one two three', true],
    [{ type: 'word-count', value: { max: 2 } }, 'one two three', false],
    [{ type: 'word-count', value: '2' }, 'one two three', false],
    [{ type: 'is-json', value: true }, '{"b": 1}', true],
    [{ type: 'is-json', value: false }, '{"b": 1}', false],
    [{ type: 'not-is-json', value: schema }, '{"b": 1}', true],
    [{ type: 'is-refusal' }, "I'm sorry, but I cannot help with that.", true],
    [{ type: 'not-is-refusal' }, 'It is Paris.', true],
    [
      {
        type: 'assert-set',
        threshold: 0.5,
        assert: [
          { type: 'equals', value: 'a' },
          { type: 'contains', value: 'b' },
        ],
      },
      'ab',
      true,
    ],
  ])('%j on %j: %s', async (assertion, answer, passes) => {
    const { cases, notMapped } = await take({
      prompts: ['{{q}}'],
      tests: [{ vars: { q: 'a' }, assert: [assertion] }],
    })
    expect(notMapped).toEqual([])
    const prepared = prepareChecks(cases[0]?.checks ?? [])
    const verdict = prepared.ok ? await prepared.value[0]?.run({ answer }, createCheckPorts()) : null
    expect(verdict?.outcome).toBe(passes ? 'pass' : 'fail')
  })
})

/** Each names the check by its parameters; the verdicts are a model's and have no oracle here. */
describe('its assertions that ask a model', () => {
  const context = { contexts: [{ text: 'It is 30 s.' }] }
  it.each<readonly [assertion: Record<string, unknown>, use: CheckUse]>([
    [
      { type: 'llm-rubric', value: 'Is polite' },
      { check: 'rules', parameters: { rules: ['Is polite'] } },
    ],
    [
      { type: 'not-llm-rubric', value: 'Is rude' },
      { check: 'rules', parameters: { rules: ['Is rude'] }, not: true },
    ],
    [
      { type: 'model-graded-closedqa', value: 'Names {{q}}', weight: 2, provider: 'openai:chat:gpt-5-mini' },
      { check: 'rules', parameters: { rules: ['Names a'], model: 'openai:gpt-5-mini' }, weight: 2 },
    ],
    [
      { type: 'g-eval', value: 'clear', threshold: 1 },
      { check: 'g-eval', parameters: { criteria: 'clear', highest: 10 }, threshold: 1 },
    ],
    [
      {
        type: 'g-eval',
        value: ['clear', 'short'],
        threshold: 0.1,
        provider: { id: 'ollama:chat:llama3.2:1b' },
      },
      {
        check: 'weighted',
        parameters: {
          checks: ['clear', 'short'].map((criteria) => ({
            check: 'g-eval',
            parameters: { criteria, highest: 10, model: 'ollama:llama3.2:1b' },
          })),
        },
        threshold: 0,
      },
    ],
    [
      { type: 'factuality', value: 'It is 30 s.' },
      {
        check: 'contradiction',
        given: { references: ['It is 30 s.'] },
        parameters: { against: 'references' },
      },
    ],
    [{ type: 'answer-relevance' }, { check: 'answer-relevance' }],
    [
      { type: 'context-faithfulness', threshold: 0.9 },
      { check: 'faithfulness', given: context, threshold: 0.9 },
    ],
    [{ type: 'context-relevance' }, { check: 'context-relevance', given: context, threshold: 0 }],
    [
      { type: 'context-recall', value: 'It is 30 s.', threshold: 0.8 },
      { check: 'context-recall', given: { references: ['It is 30 s.'], ...context }, threshold: 0.8 },
    ],
    [
      { type: 'conversation-relevance', threshold: 0.5 },
      { check: 'turn-relevance', threshold: 0.5 },
    ],
  ])('%j', async (assertion, use) => {
    const { cases, notMapped } = await take({
      prompts: ['{{q}}'],
      tests: [{ vars: { q: 'a', context: 'It is 30 s.' }, assert: [assertion] }],
    })
    expect(notMapped).toEqual([])
    expect(cases[0]?.checks).toEqual([use])
  })

  it('take their model from the default test, and say what of them is lost', async () => {
    const tests = [
      {
        vars: { q: 'a' },
        assert: [
          { type: 'answer-relevance', threshold: 0.9 },
          { type: 'llm-rubric', value: 'Is polite', provider: 'file://grader.py' },
          { type: 'context-faithfulness', contextTransform: 'output.context' },
        ],
      },
    ]
    const options = { provider: 'anthropic:messages:claude-x' }
    const taken = await take({ prompts: ['{{q}}'], defaultTest: { options }, tests })
    expect(taken.configuration).toMatchObject({ judge: 'none', model: 'anthropic:claude-x' })
    expect(taken.cases[0]?.checks?.map(({ check }) => check)).toEqual(['answer-relevance', 'rules'])
    expect(taken.notMapped.map(({ what, reason }) => `${what}: ${reason}`)).toEqual([
      expect.stringMatching(/^answer-relevance: its threshold/),
      expect.stringMatching(/^llm-rubric: its provider/),
      'context-faithfulness: it transforms the context',
    ])
  })
})

it('fills variables and their parts, and nothing else', () => {
  const vars = { a: 'x', b: { c: 2 }, toString: 'mine' }
  expect(fillTemplate('{{a}} {{ b.c }} {{ absent }}|{{ b }}', vars)).toBe('x 2 |{"c":2}')
  expect(fillTemplate('{{ constructor.name }}', vars)).toBe('')
  expect(() => fillTemplate('{{ a | upper }}', vars)).toThrow('expression')
})
