import { ok } from '@assay/core'
import { auditKnowledgeBase } from '@assay/core/knowledge'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { openChosen } from '../knowledge/choose-knowledge-base.ts'
import { describeAudit } from '../knowledge/describe-audit.ts'
import { switchOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'

export const command = defineCommand({
  arguments: [{ name: 'name', description: 'Name of the knowledge base', required: false }],
  options: { all: switchOption('Every finding with every place') },
  examples: ['assay kb audit'],
  async run({ arguments: [name], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const base = await openChosen(opened.value, name)
    if (!base.ok) return base
    const audit = auditKnowledgeBase(
      base.value,
      options.all ? { maxPerKind: Infinity, maxPlaces: Infinity } : {},
    )
    present(context, audit, describeAudit(audit, { all: options.all, width: widthOf(context) }))
    return ok(0)
  },
})
