import { createError } from '../../errors/create-error.ts'
import type { Hash } from '../../ports/hash.ts'
import { judgeCorrectnessPrompt } from '../../prompts/judge-correctness.data.ts'
import { judgeDecliningPrompt } from '../../prompts/judge-declining.data.ts'
import { promptVersion } from '../../prompts/prompt.ts'
import { fail, ok } from '../../result.ts'
import type { Judge, JudgeInput, Judgement } from '../judge.ts'
import { judgeCorrectness } from './judge-correctness.ts'
import { judgeDeclining } from './judge-declining.ts'

/** Raised with every change of the code that can change a verdict. */
const codeVersion = 2

/** A language model as judge: claim by claim, each with the words of the answer that decide it. */
export function createModelJudge({
  judgeModelId,
  hash,
  vote,
}: {
  /** `provider:model`. */
  readonly judgeModelId: string
  readonly hash: Hash
  /** One of several votes: asked at temperature 1, each for itself. Absent: once, at temperature 0. */
  readonly vote?: number
}): Judge {
  const sampling = vote === undefined ? { temperature: 0 } : { temperature: 1, repeat: vote }
  const prompts = [judgeCorrectnessPrompt, judgeDecliningPrompt].map((prompt) => promptVersion(prompt, hash))
  return {
    id: judgeModelId,
    version: `${codeVersion}-${hash(prompts.join(' ')).slice(0, 12)}`,
    kind: 'model',
    judge: async (input, context) => {
      if (isEmpty(input)) return ok(emptyAnswer(input))
      const model = context.models(judgeModelId)
      if (model === null) return fail(createError('ASSAY-7004', { where: judgeModelId }))
      return input.testCase.type === 'out-of-scope'
        ? judgeDeclining(input, model, { hash, ...sampling })
        : judgeCorrectness(input, model, { hash, ...sampling })
    },
  }
}

/** Nothing to judge: said without a call. */
const isEmpty = ({ answer }: JudgeInput): boolean =>
  answer.finishReason === 'content-filter' || !/[\p{L}\p{N}]/u.test(answer.text)

function emptyAnswer({ testCase }: JudgeInput): readonly Judgement[] {
  const reason = 'The target gave no answer.'
  if (testCase.type === 'out-of-scope')
    return [{ check: 'declining', outcome: 'pass', label: 'declined', score: 1, reason }]
  return [
    { check: 'correctness', outcome: 'fail', label: 'no-answer', score: 0, reason },
    { check: 'declining', outcome: 'fail', label: 'over-refused', score: 0, reason },
  ]
}
