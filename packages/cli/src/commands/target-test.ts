import type { TargetAnswer } from '@assay/contracts'
import { fail, ok, type Result, type Target, type TargetRequest } from '@assay/core'
import { createId } from '@assay/core/runs'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { chooseNamedTarget } from '../evaluation/choose-named-target.ts'
import { describeAnswer } from '../evaluation/describe-answer.ts'
import { explainTargetFailure } from '../evaluation/explain-target-failure.ts'
import { openConfiguredTarget } from '../evaluation/open-configured-target.ts'
import { textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'

export const command = defineCommand({
  arguments: [
    {
      name: 'target',
      description: 'Name of a target, or module:PATH, recorded:FILE, python:FILE:FUNCTION, an address',
      required: false,
    },
  ],
  options: { question: textOption('What to ask', 'text') },
  examples: [
    'assay target test',
    'assay target test module:./assistant.ts --question "What is the default port?"',
  ],
  async run({ arguments: [named], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const { clock, random } = opened.value
    const chosen = chooseNamedTarget(opened.value.configuration, named)
    if (!chosen.ok) return chosen
    const { name, kind } = chosen.value
    const target = await openConfiguredTarget(opened.value, name)
    if (!target.ok) return fail(explainTargetFailure(target.error, kind))
    const question = options.question ?? 'What can you tell me about your documentation?'
    const request = {
      question,
      history: [],
      threadId: createId(clock, random),
      caseId: 'target-test',
      repeat: 0,
    }
    const answer = await askOnce(target.value.target, request, context.signal)
    if (!answer.ok) return fail(explainTargetFailure(answer.error, kind))
    present(context, answer.value, describeAnswer(question, answer.value, widthOf(context)))
    return ok(0)
  },
})

async function askOnce(
  target: Target,
  request: TargetRequest,
  signal: AbortSignal,
): Promise<Result<TargetAnswer>> {
  try {
    return await target.ask(request, { signal })
  } finally {
    await target.close()
  }
}
