import { createCheckPorts, sha256 } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { prepareChecks } from '../checks/prepare-checks.ts'
import { fillTemplate } from './fill-template.ts'
import { importPromptfoo } from './import-promptfoo.ts'

const files: Readonly<Record<string, unknown>> = {
  'prompts/long.txt': 'Think, then answer: {{question}}',
  'tests.yaml': [{ vars: { question: 'From a file?' }, assert: [{ type: 'contains', value: 'file' }] }],
}
const tools = { hash: sha256, readData: async (file: string) => files[file] ?? null }

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
          assert: [
            { type: 'regex', value: '(?=a)' },
            { type: 'llm-rubric', value: 'nice' },
            { type: 'nosuch' },
          ],
        },
      ],
    })
    expect(assertions.map(({ what }) => what)).toEqual(['regex', 'llm-rubric', 'nosuch'])
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
    expect(written['promptfoo-functions.mjs']).toContain('return (output.length < 9)')
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

it('fills variables and their parts, and nothing else', () => {
  const vars = { a: 'x', b: { c: 2 }, toString: 'mine' }
  expect(fillTemplate('{{a}} {{ b.c }} {{ absent }}|{{ b }}', vars)).toBe('x 2 |{"c":2}')
  expect(fillTemplate('{{ constructor.name }}', vars)).toBe('')
  expect(() => fillTemplate('{{ a | upper }}', vars)).toThrow('expression')
})
