import { createError, fail, ok } from '@assay/core'
import { hasOwner, insertPerson, lockUntilCommit } from '@assay/storage/postgres'
import type { Handlers } from '../hub.ts'
import { useSetupToken } from '../identity/create-setup-token.ts'

export const setupHandlers: Handlers<'getSetup' | 'createOwner'> = {
  async getSetup(_request, { hub, control }) {
    return ok({
      needsOwner: !(await hasOwner(control)),
      version: hub.settings.version,
      signInWith: [...hub.identity.signInWith],
    })
  },
  async createOwner({ body }, context) {
    const { hub, control, at } = context
    const { token, name, email, password } = body
    await lockUntilCommit(control, 'rights')
    if ((await hasOwner(control)) || !(await useSetupToken(control, token, at)))
      return fail(
        createError('ASSAY-9015', {
          fix: 'start the hub again: it prints a new link while there is no owner',
        }),
      )
    const id = await hub.identity.createPerson(control, { name, email, password })
    if (!id.ok) return id
    await insertPerson(control, { id: id.value, name, email, kind: 'person', role: 'owner', at })
    const by = { id: id.value, name }
    context.audit({ kind: 'person', ...by, by, after: { email, role: 'owner' } })
    return ok({ id: id.value })
  },
}
