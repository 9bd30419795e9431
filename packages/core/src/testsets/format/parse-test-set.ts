import { testCaseSchema, type TestCase } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'

/**
 * Reads a test set in Assay's own JSON Lines. Fails with ASSAY-3002 at a line that is no test case and with
 * ASSAY-3006 at a repeated id; `file` names the place in the error.
 */
export function parseTestSet(text: string, file = 'test set'): Result<readonly TestCase[]> {
  const cases: TestCase[] = []
  const lineById = new Map<string, number>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const where = `${file}, line ${index + 1}`
    const parsed = parseLine(line, where)
    if (!parsed.ok) return parsed
    const { id } = parsed.value
    const earlier = lineById.get(id)
    if (earlier !== undefined)
      return fail(
        createError('ASSAY-3006', { where, message: `The id "${id}" stands in line ${earlier} already` }),
      )
    lineById.set(id, index + 1)
    cases.push(parsed.value)
  }
  return ok(cases)
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
