import type { EndpointRequest, testSetEndpoints } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import type { Handler, Handlers } from '../hub.ts'
import { exportCases, mediaTypeOf } from '../test-sets/export-cases.ts'
import { importCases } from '../test-sets/import-cases.ts'
import type { ImportFile, ReadImport } from '../test-sets/read-import-file.ts'
import { readTestSetOf } from '../test-sets/read-test-set-of.ts'
import { auditRevised, reviseCases } from '../test-sets/revise-cases.ts'
import { createThreads } from '../threads/create-threads.ts'

type ImportRequest = EndpointRequest<(typeof testSetEndpoints)['importCases']>

/** Files that were read before the transaction of their request began. */
const readFiles = new WeakMap<ImportRequest, Result<ReadImport>>()

const importHandler: Handler<'importCases'> = Object.assign(
  async (...[request, context]: Parameters<Handler<'importCases'>>) => {
    const { params, body } = request
    const testSet = await readTestSetOf(context, params)
    if (!testSet.ok) return testSet
    const read = must(readFiles.get(request), 'the file of an import')
    if (!read.ok) return read
    const { cases, format } = read.value
    const revised = await reviseCases(context, testSet.value, `Imported from ${body.name}`, (open) =>
      importCases(context, open, { cases, status: body.status, existing: body.existing }),
    )
    if (!revised.ok) return revised
    auditRevised(context, testSet.value, revised.value)
    const { version, added, changed } = revised.value
    return ok({ version, added, changed, format })
  },
  {
    async prepare(request: ImportRequest) {
      const { name, text, encoding } = request.body
      readFiles.set(request, await readOnThread({ name, text, encoding }))
    },
  },
)

export const caseFileHandlers: Handlers<'importCases' | 'exportCases'> = {
  importCases: importHandler,
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
const bounds = { most: 1, timeoutMs: 120_000 } as const
/** A thread takes a second to begin with: for small files it is kept. */
const kept = createThreads(script, { ...bounds, megabytes: 256, keep: true })
/** A file of 50,000 cases takes 500 MB, which are given back. */
const fresh = createThreads(script, { ...bounds, megabytes: 1_500, keep: false })
const smallFile = 1_000_000

async function readOnThread(file: ImportFile): Promise<Result<ReadImport>> {
  const ended = await (file.text.length < smallFile ? kept : fresh).run<Result<ReadImport>>(file)
  switch (ended.end) {
    case 'done':
      return ended.value
    case 'busy':
      return fail(createError('ASSAY-9007', { retryAfterMs: 30_000 }))
    case 'too long':
      return tooLarge(file, 'The file took too long to read')
    case 'too much memory':
      return tooLarge(file, 'The file needs too much memory')
  }
}

const tooLarge = ({ name }: ImportFile, message: string): Result<never> =>
  fail(createError('ASSAY-9008', { where: name, message, fix: 'import it in smaller parts' }))
