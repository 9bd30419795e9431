import { testCaseSchema, type TestCase } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { ExportTools, ForeignRecord, ImportTools, RecordFormat } from './exchange-format.ts'
import { isRecord, isSame, leftOver, mergeOver } from './keep-original.ts'

/** The key under which a foreign record carries what its format has no field for. */
const extrasKey = 'assay'

const withoutContexts = (tools: ImportTools): ExportTools => ({ ...tools, contextText: () => undefined })

/** One foreign record as a test case; what Assay has no field for is kept in `provenance.original`. */
export function importRecord(
  format: RecordFormat,
  record: ForeignRecord,
  tools: ImportTools,
): Result<TestCase> {
  const { [extrasKey]: carried, ...rest } = record
  const foreign = format.fromFile?.(rest) ?? rest
  const read = format.fromRecord(foreign, tools)
  if (!read.ok) return read
  const original = leftOver(foreign, format.toRecord(read.value, withoutContexts(tools)))
  const imported =
    original === null ? read.value : { ...read.value, provenance: { ...read.value.provenance, original } }
  return carried === undefined ? ok(imported) : addExtras(imported, carried)
}

/** One case as a foreign record that, imported again, gives the same case. */
export function exportRecord(format: RecordFormat, testCase: TestCase, tools: ExportTools): ForeignRecord {
  const { generator, original } = testCase.provenance
  const plain = format.toRecord(testCase, tools)
  const merged =
    generator === `import:${format.id}` && original !== undefined ? mergeOver(plain, original) : plain
  const record = format.toFile?.(merged) ?? merged
  const again = importRecord(format, record, tools)
  const extras = again.ok ? differences(testCase, again.value) : testCase
  return Object.keys(extras).length === 0 ? record : { ...record, [extrasKey]: extras }
}

function addExtras(imported: TestCase, carried: unknown): Result<TestCase> {
  const extras = isRecord(carried) ? carried : parseObject(carried)
  const merged = testCaseSchema.safeParse({ ...imported, ...extras })
  if (extras !== null && merged.success) return ok(merged.data)
  const issue = merged.error?.issues[0]
  const detail = issue === undefined ? 'not an object' : `${issue.path.join('.')}: ${issue.message}`
  return fail(createError('ASSAY-3002', { message: `The key "${extrasKey}" is not valid: ${detail}` }))
}

function parseObject(text: unknown): ForeignRecord | null {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

const differences = (wanted: TestCase, got: TestCase): ForeignRecord =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && !isSame(value, Reflect.get(got, key)),
    ),
  )
