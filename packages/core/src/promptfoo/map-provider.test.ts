import { expect, it } from 'vitest'
import { mapProviders } from './map-provider.ts'
import type { NotMapped } from './not-mapped.ts'

function map(...providers: Parameters<typeof mapProviders>[0]) {
  const notMapped: NotMapped[] = []
  const targets = mapProviders(providers, notMapped)
  return { targets, said: notMapped.map(({ what, where, reason }) => `${where}: ${what}: ${reason}`) }
}

const url = 'http://127.0.0.1:8000/ask'

it.each<readonly [provider: Parameters<typeof mapProviders>[0][number], reason: RegExp]>([
  [{ id: 'http://{{env.HOST}}/ask', config: {} }, /its url: it reads the environment: \{\{ env\.HOST \}\}/],
  [{ id: url, config: { body: { key: '{{ env.KEY }}' } } }, /its body: it reads the environment/],
  [
    { id: url, config: { body: '{"p": {{ prompt | dump }}}' } },
    /its body: it uses the expression: \{\{ prompt \| dump/,
  ],
  [{ id: url, config: { body: { p: ['{{ context }}'] } } }, /its body: it uses the expression/],
  [{ id: url, config: { body: '{% if prompt %}a{% endif %}' } }, /its body: it uses template tags/],
  [{ id: url, config: { body: 'file://body.json' } }, /its body stands in file:\/\/body.json/],
  [{ id: url, config: { headers: { 'x-id': '{{ prompt }}' } } }, /its headers: it uses the expression/],
  [{ id: 'https', config: { request: 'POST /ask HTTP/1.1' } }, /it has no address/],
  [{ id: url, config: { method: 'PATCH' } }, /its config.method could not be read/],
  [{ id: 'openai:gpt-5', config: { temperature: '{{env.T}}' } }, /its config.temperature could not be read/],
  [{ id: 'openai:gpt-5', config: { apiBaseUrl: '{{env.BASE}}' } }, /its config.apiBaseUrl .* template/],
  ['openai:chat:{{env.MODEL}}', /its name is a template/],
])('a provider that would be asked otherwise is named with its reason: %j', (provider, reason) => {
  const { targets, said } = map(provider)
  expect(targets).toEqual([])
  expect(said).toEqual([expect.stringMatching(reason)])
  expect(said[0]).toMatch(/^providers\[0\]: provider /)
})

it('the prompt is the question, and headers read the environment', () => {
  const headers = { authorization: 'Bearer {{ env.KEY }}' }
  const body = { messages: [{ content: 'Q: {{prompt}}' }], stream: false }
  const { targets, said } = map({ id: `${url}?q={{ prompt }}`, config: { headers, body } })
  expect(said).toEqual([])
  expect(targets[0]?.settings).toMatchObject({
    url: `${url}?q={{ question }}`,
    headers: { authorization: 'Bearer ${KEY}' },
    body: { messages: [{ content: 'Q: {{ question }}' }], stream: false },
  })
})

it('settings that nothing reads are named', () => {
  const { targets, said } = map(
    { id: 'openai:gpt-5', prompts: ['plain'], config: { temperature: 0, apiKey: 'k', tools: [] } },
    { [url]: { label: 'Mine', delay: 5, config: { queryParams: { a: 'b' } } } },
    { id: 'exec:./ask.sh', config: { basePath: '.' } },
  )
  expect(targets.map(({ name }) => name)).toEqual(['openai-gpt-5', 'mine', 'exec-ask-sh'])
  expect(said).toEqual([
    'providers[0]: prompts: it has no counterpart',
    expect.stringMatching(/^providers\[0\]: config.apiKey: keys stand in the environment/),
    'providers[0]: config.tools: it has no counterpart',
    'providers[1]: delay: it has no counterpart',
    'providers[1]: config.queryParams: it has no counterpart',
    'providers[2]: config.basePath: it has no counterpart',
  ])
})
