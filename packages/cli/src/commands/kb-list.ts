import { ok } from '@assay/core'
import { formatTokens } from '@assay/core/wording'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { present, widthOf } from '../present.ts'
import { renderTable } from '../render/terminal/render-table.ts'

export const command = defineCommand({
  arguments: [],
  options: {},
  examples: ['assay kb list'],
  async run(_input, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const list = await opened.value.knowledgeBases.list()
    if (!list.ok) return list
    const rows = list.value.map(({ name, counts, embedder, updatedAt }) => [
      name,
      String(counts.documents),
      String(counts.chunks),
      formatTokens(counts.tokens),
      embedder ?? 'words alone',
      updatedAt.slice(0, 16).replace('T', ' '),
    ])
    const columns = [
      { title: 'name', flexible: true },
      { title: 'documents', align: 'right' as const },
      { title: 'chunks', align: 'right' as const },
      { title: 'tokens', align: 'right' as const },
      { title: 'search' },
      { title: 'updated' },
    ]
    const text =
      rows.length === 0
        ? 'No knowledge base yet. Add documents: assay kb add docs/'
        : renderTable(columns, rows, widthOf(context))
    present(context, list.value, text)
    return ok(0)
  },
})
