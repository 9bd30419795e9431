import { createError, fail, ok } from '@assay/core'
import { announceBackup, findBackup, makeBackup } from '../backup/hub-backups.ts'
import { notThere } from '../http/answer-endpoint.ts'
import type { Handlers } from '../hub.ts'

export const backupHandlers: Handlers<'createBackup' | 'getBackup'> = {
  async createBackup({ body }, context) {
    const { hub } = context
    const announced = await announceBackup(hub, body)
    if (announced === null)
      return fail(
        createError('ASSAY-9009', { message: `There is a backup ${body.name} already`, where: 'name' }),
      )
    context.audit({ kind: 'backup', id: body.name, name: body.name, after: body })
    // Not waited for: whoever asked looks how far it is. It begins behind the request's own transaction.
    context.afterCommit(() => void makeBackup(hub, announced))
    return ok(announced)
  },
  async getBackup({ params }, { hub }) {
    const found = await findBackup(hub, params.name)
    return found === null ? notThere(params.name) : ok(found)
  },
}
