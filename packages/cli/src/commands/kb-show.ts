import { ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { openChosen } from '../knowledge/choose-knowledge-base.ts'
import { textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'
import { renderTable } from '../render/terminal/render-table.ts'

export const command = defineCommand({
  arguments: [{ name: 'name', description: 'Name of the knowledge base', required: false }],
  options: {
    chunk: textOption('Show one chunk, by its id', 'id'),
    source: textOption('Show the chunks of one document', 'path'),
  },
  examples: ['assay kb show', 'assay kb show --source limits.md'],
  async run({ arguments: [name], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const base = await openChosen(opened.value, name)
    if (!base.ok) return base
    const { manifest, documents, chunks } = base.value
    if (options.chunk !== undefined || options.source !== undefined) {
      const shown = chunks.filter((chunk) => chunk.id === options.chunk || chunk.source === options.source)
      const text = shown.map(
        (chunk) =>
          `── ${chunk.id}  ${chunk.source}  ${chunk.titlePath.join(' › ')}  (${chunk.tokens} tokens)\n${chunk.text}`,
      )
      present(context, shown, text.length === 0 ? 'No such chunk or document.' : text.join('\n\n'))
      return ok(0)
    }
    const rows = documents.map((each) => [each.source, String(each.chunkIds.length), each.language ?? '?'])
    const skipped = manifest.skipped.map(({ source, error }) => `not read  ${source}: ${error.message}`)
    const table = renderTable(
      [{ title: 'source', flexible: true }, { title: 'chunks', align: 'right' }, { title: 'language' }],
      rows,
      widthOf(context),
    )
    const head = `${manifest.name}  version ${manifest.version}  ${manifest.embedder ?? 'search by words alone'}`
    present(context, { manifest, documents }, [head, table, ...skipped].join('\n'))
    return ok(0)
  },
})
