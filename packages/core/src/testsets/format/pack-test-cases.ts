import type { TestCase } from '@assay/contracts'
import { ok, type Result } from '../../result.ts'
import { formatTestSet } from './format-test-set.ts'
import { createTestSetReader } from './parse-test-set.ts'

/** Test cases that can be walked through any number of times; an array is one. */
export interface TestCases extends Iterable<TestCase> {
  readonly length: number
}

/**
 * Test cases kept as their canonical text, and each read again when it is walked over: a quarter of the memory, so that the
 * size of a set does not decide what a run needs. Each walk gives new objects.
 */
export interface PackedTestCases extends TestCases {
  readonly text: string
}

export const packTestCases = (cases: Iterable<TestCase>): PackedTestCases => toPacked(formatTestSet(cases))

/** Reads a test set in Assay's own JSON Lines, line by line; fails like `parseTestSet`. */
export async function packTestSet(
  lines: AsyncIterable<string>,
  file: string,
): Promise<Result<PackedTestCases>> {
  const read = createTestSetReader(file)
  let text = ''
  for await (const line of lines) {
    const parsed = read(line)
    if (!parsed.ok) return parsed
    if (parsed.value !== null) text += formatTestSet([parsed.value])
  }
  return ok(toPacked(text))
}

export async function packTestCasesAsync(cases: AsyncIterable<TestCase>): Promise<PackedTestCases> {
  let text = ''
  for await (const testCase of cases) text += formatTestSet([testCase])
  return toPacked(text)
}

function toPacked(text: string): PackedTestCases {
  let length = 0
  for (const _ of endsOf(text)) length += 1
  return { text, length, [Symbol.iterator]: () => readCases(text) }
}

function* readCases(text: string): Generator<TestCase, undefined> {
  let start = 0
  for (const end of endsOf(text)) {
    const testCase: TestCase = JSON.parse(text.slice(start, end))
    yield testCase
    start = end + 1
  }
}

function* endsOf(text: string): Generator<number, undefined> {
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) yield end
}
