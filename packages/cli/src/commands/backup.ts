import type { Backup } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { backupStopped } from '../compose-backup.ts'
import { requireHub, withTimeout } from '../hub/open-hub.ts'
import { isPassing, toAssayError } from '../hub/to-assay-error.ts'
import { switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'

export const command = defineCommand({
  arguments: [
    {
      name: 'folder',
      description: 'Folder to write, not there yet; with --hub its name below <data>/backups of the hub',
      required: true,
    },
  ],
  options: {
    data: textOption(
      'Data folder of a hub that does not run; default: .assay/hub (ASSAY_HUB_DATA)',
      'folder',
    ),
    hub: textOption(
      'Address of a hub that runs; it makes the backup itself (ASSAY_HUB_KEY: a key that may administer)',
      'url',
    ),
    withKey: switchOption('With secret.key: whoever has the backup can read the secrets then'),
    postgresUrl: textOption('PostgreSQL of the hub, where it has one (ASSAY_POSTGRES_URL)', 'url'),
    clickhouseUrl: textOption('ClickHouse of the hub, where it has one (ASSAY_CLICKHOUSE_URL)', 'url'),
  },
  examples: [
    'assay backup nightly --hub https://assay.example',
    'assay backup ../copy --data /var/lib/assay',
  ],
  async run({ arguments: [folder = ''], options }, context) {
    const { hub, data, withKey } = options
    if (hub !== undefined && data !== undefined)
      return fail(
        createError('ASSAY-1001', {
          message: '--hub and --data name two places',
          fix: 'use --hub for a hub that runs, --data for one that does not',
        }),
      )
    const made =
      hub === undefined
        ? await backupStopped(options, { folder, withKey }, context)
        : await askHub(hub, { name: folder, withKey }, context)
    if (!made.ok) return made
    present(context, made.value, describe(made.value))
    return ok(0)
  },
})

const pauseMs = 1_000

/** Begins the backup and waits for its end. A hub that is away for a moment is asked again. */
async function askHub(
  url: string,
  order: { readonly name: string; readonly withKey: boolean },
  context: CommandContext,
): Promise<Result<Backup>> {
  const workspace = await openWorkspace(context)
  if (!workspace.ok) return workspace
  const hub = await requireHub(workspace.value, { hub: url }, context)
  if (!hub.ok) return hub
  const { client } = hub.value
  const { signal } = context
  try {
    let backup = await client.createBackup({ body: order }, { signal: withTimeout(signal) })
    while (backup.status === 'running') {
      if (signal.aborted)
        return fail(
          createError('ASSAY-6006', { where: backup.folder, fix: 'the hub goes on with the backup' }),
        )
      await workspace.value.clock.sleep(pauseMs, signal)
      try {
        backup = await client.getBackup({ name: order.name }, { signal: withTimeout(signal) })
      } catch (error) {
        if (!isPassing(error) || signal.aborted) throw error
      }
    }
    return backup.error === null ? ok(backup) : fail(backup.error)
  } catch (error) {
    return fail(toAssayError(error, hub.value.url))
  }
}

function describe({ folder, madeAt, rows, files, bytes, missingRows, hasKey }: Backup): string {
  const lines = [
    `${formatCounted(rows, 'row')} in ${formatCounted(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB: ${folder}`,
    `  as of    ${madeAt}`,
    `  secrets  ${hasKey ? 'the key is in it: keep the folder as you keep the key' : 'secret.key is not in it; keep it elsewhere, or use --with-key'}`,
    ...(missingRows === 0
      ? []
      : [`  missing  ${formatCounted(missingRows, 'row')} the hub once had; backup.json names them`]),
    `  next     assay restore ${folder} --data FOLDER`,
  ]
  return lines.join('\n')
}
