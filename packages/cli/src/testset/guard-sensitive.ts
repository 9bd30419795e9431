import { createError, fail, ok, type KnowledgeBase, type Result } from '@assay/core'
import { countSensitive } from '@assay/core/knowledge'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'

export interface SensitiveRequest {
  readonly base: KnowledgeBase
  /** `provider:model` of each that is asked. */
  readonly models: readonly string[]
  readonly isAllowed: boolean
}

/**
 * Before passages go to a model elsewhere: any of them may be sent, to write questions or to test them. Where they hold
 * personal data or secrets, fails with ASSAY-3010 unless that is allowed or, at a terminal, confirmed.
 */
export async function guardSensitive(
  workspace: Pick<Workspace, 'isLocalModel'>,
  { base, models, isAllowed }: SensitiveRequest,
  context: CommandContext,
): Promise<Result<void>> {
  const local = await Promise.all(models.map((model) => workspace.isLocalModel(model)))
  const remote = models.filter((_, index) => local[index] === false)
  if (isAllowed || remote.length === 0) return ok(undefined)
  const counted = await countSensitive(base, context.signal)
  if (!counted.ok) return counted
  if (counted.value.size === 0) return ok(undefined)
  const found = [...counted.value].map(([label, count]) => `${count} ${label}`).join(', ')
  if (await confirm(`The passages hold ${found}. Send them to ${remote.join(' and ')}?`, context))
    return ok(undefined)
  return fail(createError('ASSAY-3010', { where: `${found}; asked would be ${remote.join(' and ')}` }))
}

async function confirm(message: string, { output, globals }: CommandContext): Promise<boolean> {
  if (!process.stdin.isTTY || !output.isTerminal || globals.json) return false
  const prompts = await import('@clack/prompts')
  return (await prompts.confirm({ message, initialValue: false })) === true
}
