import { buildTestCase } from '@assay/testkit'
import { expect, test } from 'vitest'
import { formatTestSet } from './format-test-set.ts'
import { packTestCases, packTestCasesAsync } from './pack-test-cases.ts'

const cases = ['a', 'b\n', '\u2028ü'].map((id) => buildTestCase({ id, question: `What is ${id}?` }))

test('packed cases are walked through like the array they came from, again and again', () => {
  const packed = packTestCases(cases)
  expect(packed).toHaveLength(3)
  expect([...packed]).toEqual(cases)
  expect([...packed]).toEqual(cases)
  expect(packed.text).toBe(formatTestSet(cases))
  expect(packTestCases(packed).text).toBe(packed.text)
})

test('a walk may end early, and no cases are no cases', () => {
  for (const { id } of packTestCases(cases)) {
    expect(id).toBe('a')
    break
  }
  expect([...packTestCases([])]).toEqual([])
})

test('cases that arrive one by one are packed alike', async () => {
  async function* arrive() {
    yield* cases
  }
  expect((await packTestCasesAsync(arrive())).text).toBe(packTestCases(cases).text)
})
