import { createError, fail, ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { switchOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'

export const command = defineCommand({
  arguments: [{ name: 'name', description: 'Name of the knowledge base', required: true }],
  options: { yes: switchOption('Do it without asking') },
  examples: ['assay kb remove docs --yes'],
  async run({ arguments: [name = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const base = await opened.value.knowledgeBases.open(name)
    if (!base.ok && base.error.code === 'ASSAY-2001') return base
    if (!options.yes && !(await confirm(name, context.output.isTerminal))) {
      return fail(createError('ASSAY-1001', { message: 'Nothing was removed', fix: 'confirm, or add --yes' }))
    }
    const removed = await opened.value.knowledgeBases.remove(name)
    if (!removed.ok) return removed
    present(
      context,
      { removed: name },
      `removed  ${name}: its chunks, vectors and topics; the documents themselves were not touched`,
    )
    return ok(0)
  },
})

async function confirm(name: string, isTerminal: boolean): Promise<boolean> {
  if (!isTerminal) return false
  const prompts = await import('@clack/prompts')
  const answer = await prompts.confirm({
    message: `Remove the knowledge base ${name}? Its vectors and topic names are lost.`,
    initialValue: false,
  })
  return answer === true
}
