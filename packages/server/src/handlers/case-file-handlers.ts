import { createError, fail, ok } from '@assay/core'
import type { Result } from '@assay/core'
import type { Handlers } from '../hub.ts'
import { exportCases, mediaTypeOf } from '../test-sets/export-cases.ts'
import { importCases } from '../test-sets/import-cases.ts'
import type { ImportFile, ReadImport } from '../test-sets/read-import-file.ts'
import { readTestSetOf } from '../test-sets/read-test-set-of.ts'
import { auditRevised, reviseCases } from '../test-sets/revise-cases.ts'
import { runOnThread } from '../test-sets/run-on-thread.ts'

export const caseFileHandlers: Handlers<'importCases' | 'exportCases'> = {
  async importCases({ params, body: { status, existing, ...file } }, context) {
    const testSet = await readTestSetOf(context, params)
    if (!testSet.ok) return testSet
    const read = await readOnThread(file)
    if (!read.ok) return read
    const { cases, format } = read.value
    const revised = await reviseCases(context, testSet.value, `Imported from ${file.name}`, (open) =>
      importCases(context, open, { cases, status, existing }),
    )
    if (!revised.ok) return revised
    auditRevised(context, testSet.value, revised.value)
    const { version, added, changed } = revised.value
    return ok({ version, added, changed, format })
  },
  async exportCases({ params, query: { format, version } }, context) {
    const testSet = await readTestSetOf(context, params, version)
    if (!testSet.ok) return testSet
    const { id, name, version: current } = testSet.value
    const pinned = version ?? current
    // Page by page behind the answer: the transaction of the request is none, since it only reads.
    const body = exportCases(context.control, { testSetId: id, version: pinned }, format)
    return ok({ file: { name: `${name} v${pinned}.${format}`, mediaType: mediaTypeOf[format], body } })
  },
}

const script = new URL('../test-sets/import-worker.mjs', import.meta.url)
const bounds = { timeoutMs: 60_000, megabytes: 1_500 } as const

async function readOnThread(file: ImportFile): Promise<Result<ReadImport>> {
  const ended = await runOnThread<Result<ReadImport>>(script, file, bounds)
  if (ended.end === 'done') return ended.value
  const message =
    ended.end === 'too long' ? 'The file took too long to read' : 'The file needs too much memory'
  return fail(createError('ASSAY-9008', { where: file.name, message, fix: 'import it in smaller parts' }))
}
