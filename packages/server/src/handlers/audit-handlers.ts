import { ok } from '@assay/core'
import { listAudit, readAuditAfter, verifyAudit, type ControlDatabase } from '@assay/storage/postgres'
import type { Handlers } from '../hub.ts'

/** Entries read at once by an export: its memory stays the same however long the log is. */
const exportPage = 500

export const auditHandlers: Handlers<'listAudit' | 'listProjectAudit' | 'exportAudit' | 'verifyAudit'> = {
  listAudit: ({ query }, { control }) => listAudit(control, query),
  listProjectAudit: ({ params, query }, { control }) =>
    listAudit(control, { ...query, projectId: params.projectId }),
  async exportAudit(_request, { control, signal }) {
    const body = exportLines(control, signal)
    return ok({ file: { name: 'audit.jsonl', mediaType: 'application/x-ndjson', body } })
  },
  async verifyAudit(_request, { control }) {
    return ok(await verifyAudit(control))
  },
}

async function* exportLines(control: ControlDatabase, signal: AbortSignal): AsyncIterable<string> {
  let last = 0
  while (!signal.aborted) {
    const page = await readAuditAfter(control, last, exportPage)
    if (page.length > 0) yield page.map((entry) => `${JSON.stringify(entry)}\n`).join('')
    if (page.length < exportPage) return
    last = page.at(-1)?.sequence ?? last
  }
}
