import { fail, ok } from '@assay/core'
import { assayVersion } from '../assay-version.ts'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { requireHub, withTimeout } from '../hub/open-hub.ts'
import { toAssayError } from '../hub/to-assay-error.ts'
import { present } from '../present.ts'

export const command = defineCommand({
  arguments: [],
  options: hubOptions,
  examples: ['assay hub status'],
  async run({ options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const hub = await requireHub(opened.value, options, context)
    if (!hub.ok) return hub
    const { url, client } = hub.value
    try {
      const signal = withTimeout(context.signal)
      const [{ version }, me] = await Promise.all([
        client.getSetup({}, { signal }),
        client.getMe({}, { signal }),
      ])
      const project = await hub.value.findProject(signal)
      const facts = {
        url,
        project: project.ok ? project.value : null,
        who: { id: me.id, name: me.name },
        key: me.key,
        versions: { hub: version, command: assayVersion() },
      }
      const role = me.projects.find(({ id }) => id === facts.project?.id)?.role
      const rows = [
        ['hub', `${url}, version ${version}; this command ${assayVersion()}`],
        ['project', project.ok ? project.value.name : project.error.fix],
        ['who', [me.name, ...(role === undefined ? [] : [role])].join(', ')],
        ...(me.key === null ? [] : [['key', me.key.name]]),
      ]
      present(context, facts, rows.map(([name = '', value]) => `${name.padEnd(9)}${value}`).join('\n'))
      return ok(0)
    } catch (error) {
      return fail(toAssayError(error, url))
    }
  },
})
