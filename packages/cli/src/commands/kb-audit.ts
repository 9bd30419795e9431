import { ok } from '@assay/core'
import { auditKnowledgeBase, findSensitiveTexts } from '@assay/core/knowledge'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { openChosen } from '../knowledge/choose-knowledge-base.ts'
import { describeAudit } from '../knowledge/describe-audit.ts'
import { switchOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'

export const command = defineCommand({
  arguments: [{ name: 'name', description: 'Name of the knowledge base', required: false }],
  options: {
    all: switchOption('Every finding with every place'),
    pii: switchOption('Look for personal data and secrets, too; values are shown masked'),
  },
  examples: ['assay kb audit', 'assay kb audit --pii'],
  async run({ arguments: [name], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const base = await openChosen(opened.value, name)
    if (!base.ok) return base
    const sensitive = options.pii ? await findSensitiveTexts(base.value, context.signal) : ok([])
    if (!sensitive.ok) return sensitive
    const audit = auditKnowledgeBase(base.value, {
      also: sensitive.value,
      ...(options.all && { maxPerKind: Infinity, maxPlaces: Infinity }),
    })
    present(context, audit, describeAudit(audit, { all: options.all, width: widthOf(context) }))
    return ok(0)
  },
})
