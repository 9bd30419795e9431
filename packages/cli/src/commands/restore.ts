import { ok } from '@assay/core'
import { formatCounted } from '@assay/core/wording'
import { defineCommand } from '../command.ts'
import { restore, type Restored } from '../compose-backup.ts'
import { textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'

export const command = defineCommand({
  arguments: [{ name: 'folder', description: 'Folder of the backup', required: true }],
  options: {
    data: textOption(
      'Data folder to fill, empty or not there; default: .assay/hub (ASSAY_HUB_DATA)',
      'folder',
    ),
    postgresUrl: textOption(
      'Empty PostgreSQL database to fill instead of PGlite (ASSAY_POSTGRES_URL)',
      'url',
    ),
    clickhouseUrl: textOption(
      'Empty ClickHouse database to fill instead of chdb (ASSAY_CLICKHOUSE_URL)',
      'url',
    ),
  },
  examples: ['assay restore ../copy --data /var/lib/assay'],
  async run({ arguments: [folder = ''], options }, context) {
    const onProgress = (step: string): void => context.output.error(`${step} …\n`)
    const done = await restore(options, folder, { ...context, onProgress })
    if (!done.ok) return done
    present(context, done.value, describe(done.value))
    return ok(0)
  },
})

function describe({ dataFolder, madeAt, rows, files, missingRows, key }: Restored): string {
  const lines = [
    `${formatCounted(rows, 'row')} of ${formatCounted(files, 'file')} restored, hashes and counts checked: ${dataFolder}`,
    `  as of    ${madeAt}`,
    `  secrets  ${keyWords[key]}`,
    ...(missingRows === 0
      ? []
      : [`  missing  ${formatCounted(missingRows, 'row')} were not there when the backup was made`]),
    `  next     assay serve --data ${dataFolder}`,
  ]
  return lines.join('\n')
}

const keyWords: Readonly<Record<Restored['key'], string>> = {
  restored: 'secret.key was in the backup and is restored',
  there: 'the key that is there fits',
  needed: 'put the secret.key of that hub into the folder before the first start, or set ASSAY_SECRET_KEY',
}
