import { createCheckPorts } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { prepareChecks } from '../prepare-checks.ts'
import { findJsonValues } from './contains-json.ts'
import { countSyllables } from './count-syllables.ts'
import { detectLanguage } from '../../languages/detect-language.ts'
import { knownLanguages } from './language.ts'

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
    ['regex', { pattern: '' }, 'regex.pattern'],
    ['character-count', {}, 'give one of the two'],
    ['contains', { phrases: ['a', ' '] }, 'empty'],
    ['starts-with', { phrases: '' }, 'empty'],
    ['ends-with', { phrases: [] }, 'ends-with.phrases'],
    ['json', { schema: { pattern: '(?=a)b' } }, 'json.schema'],
    ['json', { schema: { $ref: 'https://example.org/other' } }, 'json.schema'],
    ['contains-json', { schema: { $schema: 'http://json-schema.org/draft-04/schema#' } }, 'draft-04'],
    ['language', { language: 'bg' }, 'known: ar, cs'],
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

test("neither does a schema's", async () => {
  const schema = { type: 'string', pattern: '^(a+)+$' }
  expect(await judge('json', JSON.stringify(`${'a'.repeat(50_000)}b`), { schema })).toMatchObject({
    outcome: 'fail',
  })
  expect(
    await judge('json', '"\u00e9tage/2"', { schema: { pattern: String.raw`^\u00e9\w+\/\d$` } }),
  ).toMatchObject({
    outcome: 'pass',
  })
})

test('characters are counted as a reader sees them', async () => {
  expect(await judge('character-count', '👩‍👩‍👧e\u0301', { max: 2 })).toMatchObject({ outcome: 'pass' })
  expect(await judge('character-count', 'a\r\nb', { min: 3, max: 3 })).toMatchObject({ outcome: 'pass' })
  expect(await judge('word-count', '漢字 is 2 words', { max: 5 })).toMatchObject({ outcome: 'pass' })
})

test('texts in different Unicode forms are the same text', async () => {
  expect(await judge('equals', 'cafe\u0301', { expected: 'café' })).toMatchObject({ outcome: 'pass' })
  expect(await judge('contains', 'STRASSE', { phrases: 'straße', ignoreCase: true })).toMatchObject({
    outcome: 'pass',
    spans: [{ start: 0, end: 7 }],
  })
  expect(await judge('contains', 'ΟΔΟΣΑ', { phrases: 'οδος', ignoreCase: true })).toMatchObject({
    outcome: 'pass',
    spans: [{ start: 0, end: 4 }],
  })
})

test('what was found is named and its place given', async () => {
  const verdict = await judge('contains', 'So: Basic.', {
    phrases: ['basic', 'Pro'],
    need: 'any',
    ignoreCase: true,
  })
  expect(verdict).toMatchObject({ outcome: 'pass', reason: 'found: "basic"', spans: [{ start: 4, end: 9 }] })
  expect(await judge('regex', '😀 4711', { pattern: String.raw`\d+` })).toMatchObject({
    spans: [{ start: 3, end: 7 }],
  })
})

test.each([
  ['ja', '上限はすべてのリクエストに適用されます。'],
  ['ko', '이 제한은 모든 요청에 적용됩니다.'],
  ['zh', '该限制适用于每个请求。'],
  ['uk', 'Це обмеження діє для кожного запиту.'],
  ['ru', 'Ограничение действует для каждого запроса.'],
  ['fa', 'این محدودیت برای هر درخواست اعمال می‌شود چون پیش‌فرض است.'],
  ['ar', 'يسري هذا الحد على كل طلب.'],
  ['he', 'המגבלה חלה על כל בקשה.'],
  ['el', 'Το όριο ισχύει για κάθε αίτημα.'],
  ['th', 'ขีดจำกัดนี้ใช้กับทุกคำขอ'],
  ['hi', 'यह सीमा हर अनुरोध पर लागू होती है।'],
])('%s can be asked for, and is told', (language, text) => {
  expect(knownLanguages).toContain(language)
  expect(detectLanguage(text)).toBe(language)
})

test('a long text of a language nobody can tell has no readability', async () => {
  const estonian =
    'See on pikk tekst eesti keeles, mis räägib ilmast ja inimestest ning kõigest muust, mida keegi kunagi tahaks teada saada. Homme tuleb uus päev ja kõik algab otsast peale, nagu alati varem, ilma ühegi muutuseta.'
  expect(await judge('readability', estonian)).toMatchObject({ outcome: 'not-judged' })
})

test('JSON is found behind brackets that hold none, and a text of nothing but brackets is not judged', async () => {
  expect(await judge('contains-json', `${'[x] '.repeat(1000)}{"a": 1}`)).toMatchObject({ outcome: 'pass' })
  expect(await judge('contains-json', '['.repeat(1_000_000))).toMatchObject({ outcome: 'not-judged' })
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
    const inList = await judge('json', '[{"a b": 1}]', {
      schema: { items: { properties: { 'a b': { type: 'null' } } }, $schema },
    })
    expect(inList?.reason).toBe('$[0]["a b"] must be null')
  }
})

test('a schema without end is an error, no failed test', async () => {
  const schema = { $ref: '#/$defs/a', $defs: { a: { properties: {}, allOf: [{ $ref: '#/$defs/a' }] } } }
  for (const check of ['json', 'contains-json'])
    expect(await judge(check, '{}', { schema })).toMatchObject({
      outcome: 'error',
      error: { code: 'ASSAY-7013' },
    })
})

test('names every object has are properties only where they are written', async () => {
  expect(await judge('json', '{}', { schema: { required: ['constructor'] } })).toMatchObject({
    outcome: 'fail',
  })
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
  ['used', 1],
  ['wanted', 2],
  ['states', 1],
  ['places', 2],
  ['nation', 2],
  ['radio', 3],
  ["minister's", 3],
])('%s has %i syllables', (word, syllables) => {
  expect(countSyllables(word)).toBe(syllables)
})

test('every JSON value put into prose is found whole', () => {
  const value = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
  fc.assert(
    fc.property(value, fc.stringMatching(/^[\w .]*$/), (json, prose) => {
      const text = `${prose} ${JSON.stringify(json)} ${prose}`
      const [found] = findJsonValues(text).found
      expect(text.slice(found?.start, found?.end)).toBe(JSON.stringify(json))
    }),
  )
})

test('no text makes a text check throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (answer) => {
      for (const check of ['json', 'contains-json', 'language', 'refusal', 'readability', 'reading-ease'])
        expect((await judge(check, answer))?.outcome).not.toBe('error')
      for (const check of ['word-count', 'sentence-count', 'character-count'])
        expect((await judge(check, answer, { min: 0 }))?.outcome).toBe('pass')
    }),
    { numRuns: 50 },
  )
})
