import { testCaseSchema, type TestCase } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'

/**
 * Reads a test set in Assay's own JSON Lines. Fails with ASSAY-3002 at a line that is no test case and with
 * ASSAY-3006 at a repeated id; `file` names the place in the error.
 */
export function parseTestSet(text: string, file = 'test set'): Result<readonly TestCase[]> {
  const cases: TestCase[] = []
  const read = createTestSetReader(file)
  for (const line of text.split('\n')) {
    const parsed = read(line)
    if (!parsed.ok) return parsed
    if (parsed.value !== null) cases.push(parsed.value)
  }
  return ok(cases)
}

/** Reads one line after another; `null`: an empty one. */
export function createTestSetReader(file: string): (line: string) => Result<TestCase | null> {
  const lineById = new Map<string, number>()
  let number = 0
  return (line) => {
    number += 1
    if (line.trim() === '') return ok(null)
    const where = `${file}, line ${number}`
    const parsed = parseLine(line, where)
    if (!parsed.ok) return parsed
    const { id } = parsed.value
    const earlier = lineById.get(id)
    if (earlier === undefined) lineById.set(id, number)
    return earlier === undefined
      ? parsed
      : fail(
          createError('ASSAY-3006', { where, message: `The id "${id}" stands in line ${earlier} already` }),
        )
  }
}

function parseLine(line: string, where: string): Result<TestCase> {
  const parsed = testCaseSchema.safeParse(readJson(line))
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const path = issue?.path.join('.') ?? ''
  const detail =
    path === '' ? 'it is no JSON object of a test case' : `${path}: ${issue?.message ?? 'not valid'}`
  return fail(createError('ASSAY-3002', { where, message: `A test case is not valid: ${detail}` }))
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
