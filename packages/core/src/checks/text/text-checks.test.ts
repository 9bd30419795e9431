import { createCheckPorts } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { prepareChecks } from '../prepare-checks.ts'
import { findJsonValues } from './contains-json.ts'
import { countSyllables } from './readability.ts'

const prepare = (check: string, parameters: Record<string, unknown> = {}) =>
  prepareChecks([{ check, parameters }])

async function judge(check: string, answer: string, parameters: Record<string, unknown> = {}) {
  const prepared = prepare(check, parameters)
  if (!prepared.ok) throw new Error(prepared.error.where)
  return prepared.value[0]?.run({ answer }, createCheckPorts())
}

describe('parameters that cannot work are refused before the first case', () => {
  it.each([
    ['regex', { pattern: '(?<=a)b' }, 'RE2'],
    ['regex', { pattern: String.raw`(a)\1` }, 'RE2'],
    ['regex', { pattern: '[' }, 'RE2'],
    ['regex', { pattern: 'a', flags: 'g' }, 'flags'],
    ['word-count', { min: 5, max: 2 }, 'swap'],
    ['json', { schema: { type: 'nothing' } }, 'schema'],
    ['language', { language: 'German' }, 'ISO 639-1'],
    ['contains', {}, 'contains.phrases'],
  ])('%s with %j', (check, parameters, said) => {
    const prepared = prepare(check, parameters)
    expect(prepared).toMatchObject({ ok: false, error: { code: 'ASSAY-7011' } })
    if (!prepared.ok) expect(JSON.stringify(prepared.error)).toContain(said)
  })
})

test('a pattern that would hang a backtracking engine takes no time to speak of', async () => {
  const verdict = await judge('regex', `${'a'.repeat(50_000)}b`, { pattern: '^(a+)+$' })
  expect(verdict).toMatchObject({ outcome: 'fail' })
})

test('characters are counted as a reader sees them', async () => {
  expect(await judge('character-count', '👩‍👩‍👧e\u0301', { max: 2 })).toMatchObject({ outcome: 'pass' })
  expect(await judge('word-count', '漢字 is 2 words', { max: 5 })).toMatchObject({ outcome: 'pass' })
})

test('texts in different Unicode forms are the same text', async () => {
  expect(await judge('equals', 'cafe\u0301', { expected: 'café' })).toMatchObject({ outcome: 'pass' })
  expect(await judge('contains', 'STRASSE', { phrases: 'straße', ignoreCase: true })).toMatchObject({
    outcome: 'pass',
  })
})

test('a schema says what is wrong and where, in both drafts', async () => {
  const schema = {
    properties: {
      a: { type: 'object', properties: { b: { type: 'integer' } }, additionalProperties: false },
    },
  }
  for (const $schema of [
    'http://json-schema.org/draft-07/schema#',
    'https://json-schema.org/draft/2020-12/schema',
  ]) {
    const verdict = await judge('json', '{"a": {"b": "x", "c": 1}}', { schema: { ...schema, $schema } })
    expect(verdict?.reason).toContain('$.a.b must be integer')
    expect(verdict?.reason).toContain('(c)')
  }
})

test('a part that is not text is judged as JSON', async () => {
  const prepared = prepareChecks([
    { check: 'json', on: '$.toolCalls[0].arguments', parameters: { schema: { required: ['city'] } } },
  ])
  const toolCalls = [{ name: 'weather', arguments: { city: 'Oslo' } }]
  expect(prepared.ok && (await prepared.value[0]?.run({ toolCalls }, createCheckPorts()))).toMatchObject({
    outcome: 'pass',
  })
})

test.each([
  ['table', 2],
  ['make', 1],
  ['the', 1],
  ['organisation', 5],
  ['I', 1],
])('%s has %i syllables', (word, syllables) => {
  expect(countSyllables(word)).toBe(syllables)
})

test('every JSON value put into prose is found whole', () => {
  const value = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
  fc.assert(
    fc.property(value, fc.stringMatching(/^[\w .]*$/), (json, prose) => {
      const text = `${prose} ${JSON.stringify(json)} ${prose}`
      const [found] = findJsonValues(text)
      expect(text.slice(found?.start, found?.end)).toBe(JSON.stringify(json))
    }),
  )
})

test('no text makes a text check throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (answer) => {
      for (const check of ['word-count', 'json', 'contains-json', 'language', 'refusal', 'readability'])
        expect((await judge(check, answer))?.outcome).not.toBe('error')
    }),
    { numRuns: 50 },
  )
})
