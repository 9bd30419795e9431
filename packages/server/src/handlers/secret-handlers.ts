import { createError, fail, must, ok, type Result } from '@assay/core'
import { deleteSecret, listSecrets, readSecret, writeSecret } from '@assay/storage/postgres'
import { actorOf, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { isSecretName } from '../jobs/secret-names.ts'

export const secretHandlers: Handlers<'listSecrets' | 'setSecret' | 'removeSecret'> = {
  async listSecrets({ params }, { control }) {
    return ok({ items: await listSecrets(control, params.projectId) })
  },
  async setSecret({ params, body }, context) {
    const { hub, control, at } = context
    const { projectId, name } = params
    if (!isSecretName(name)) return noName()
    const before = await readSecret(control, projectId, name)
    const sealed = hub.seal.close(body.value)
    await writeSecret(control, { projectId, name, sealed, setBy: actorOf(context).id, at })
    context.audit({ kind: 'secret', id: name, name, after: { isNew: before === null } })
    return ok(must(await readSecret(control, projectId, name), 'the secret just written'))
  },
  async removeSecret({ params }, context) {
    const { projectId, name } = params
    if (!(await deleteSecret(context.control, projectId, name))) return notThere(name)
    context.audit({ kind: 'secret', id: name, name })
    return ok(undefined)
  },
}

const noName = (): Result<never> =>
  fail(
    createError('ASSAY-9006', {
      where: 'name',
      fix: 'letters, digits and `_`, no digit first, at most 100, as in OPENAI_API_KEY; and none that steers a process, such as PATH or NODE_OPTIONS',
    }),
  )
