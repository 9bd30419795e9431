import { ok, type Result } from '@assay/core'
import type { GenerationOptions } from '@assay/core/testsets'
import { formatCounted } from '@assay/core/wording'
import type { CommandContext } from '../command.ts'
import { present } from '../present.ts'
import type { OpenedGenerator } from './open-generator.ts'

/** What the first round would make and ask at most. */
export function describePlan(
  opened: OpenedGenerator,
  options: GenerationOptions,
  context: CommandContext,
): Result<number> {
  const planned = opened.plan(options)
  if (!planned.ok) return planned
  const calls = planned.value.reduce((sum, unit) => sum + unit.calls, 0)
  const candidates = planned.value.reduce(
    (sum, unit) => sum + Object.values(unit.candidates).reduce((all, count) => all + count, 0),
    0,
  )
  const lines = [
    `would make about ${formatCounted(candidates, 'candidate')} for ${formatCounted(options.questions, 'question')}`,
    calls === 0
      ? 'no model calls'
      : `at most ${formatCounted(calls, 'call')} to ${opened.models.join(' and ')} in the first round`,
    'nothing was asked',
  ]
  present(
    context,
    { candidates, calls, models: opened.models, questions: options.questions },
    lines.join('\n'),
  )
  return ok(0)
}
