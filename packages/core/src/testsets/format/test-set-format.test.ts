import { buildTestCase } from '@assay/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatTestSet } from './format-test-set.ts'
import { parseTestSet } from './parse-test-set.ts'

test('what was written is read back, and written again it is the same text', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 }),
      fc.string({ unit: 'grapheme' }),
      (ids, question) => {
        const cases = ids.map((id) => buildTestCase({ id, question, tags: [question] }))
        const text = formatTestSet(cases)
        const read = parseTestSet(text)
        expect(read).toEqual({ ok: true, value: cases })
        expect(read.ok && formatTestSet(read.value)).toBe(text)
      },
    ),
  )
})

test('the order of keys in memory does not show in the file', () => {
  const testCase = buildTestCase({ id: 'a' })
  const reversed = Object.fromEntries(Object.entries(testCase).toReversed()) as typeof testCase
  expect(formatTestSet([reversed])).toBe(formatTestSet([testCase]))
})

test('a broken line is named', () => {
  const good = formatTestSet([buildTestCase({ id: 'a' })])
  expect(parseTestSet(`${good}{"id": 3`, 'set.jsonl')).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-3002', where: 'set.jsonl, line 2' },
  })
  expect(parseTestSet('{"id":"a"}\n')).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-3002', message: expect.stringContaining('question') as string },
  })
})

test('two cases of one id are an error', () => {
  const line = formatTestSet([buildTestCase({ id: 'a' })])
  expect(parseTestSet(line + line)).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-3006', message: 'The id "a" stands in line 1 already' },
  })
})
