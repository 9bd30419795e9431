import type { TargetAnswer } from '@assay/contracts'
import { ok, type Result, type Target, type TargetRequest } from '@assay/core'
import { createId } from '@assay/core/runs'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { describeAnswer } from '../evaluation/describe-answer.ts'
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
    const target = await openConfiguredTarget(opened.value, named)
    if (!target.ok) return target
    const question = options.question ?? 'What can you tell me about your documentation?'
    const request = {
      question,
      history: [],
      threadId: createId(clock, random),
      caseId: 'target-test',
      repeat: 0,
    }
    const answer = await askOnce(target.value.target, request, context.signal)
    if (!answer.ok) return answer
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
