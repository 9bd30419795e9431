import { checkDefinitions } from '@assay/core/checks'
import { ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { present, widthOf } from '../present.ts'
import { renderTable } from '../render/terminal/render-table.ts'

export const command = defineCommand({
  arguments: [],
  options: {},
  examples: ['assay check list'],
  async run(_input, context) {
    const facts = checkDefinitions.map(({ id, kind, title, cost, reads }) => ({
      id,
      kind,
      title,
      cost,
      reads,
    }))
    const columns = [
      { title: 'check' },
      { title: 'kind' },
      { title: 'what it says', flexible: true },
      { title: 'cost' },
    ]
    const rows = facts.map(({ id, kind, title, cost }) => [id, kind, title, cost === 'none' ? '' : cost])
    present(
      context,
      facts,
      `${renderTable(columns, rows, widthOf(context))}\n\nassay check explain ID tells all of one`,
    )
    return ok(0)
  },
})
