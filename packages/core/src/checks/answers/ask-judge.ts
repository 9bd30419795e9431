import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import type { PromptValues } from '../../prompts/fill-prompt.ts'
import type { Prompt, VariableKind } from '../../prompts/prompt.ts'
import { fail, ok, type Result } from '../../result.ts'
import { askForJson, type JsonAnswer } from '../../structured-output/ask-for-json.ts'
import type { CheckPorts } from '../check.ts'
import { missingModel } from '../missing-model.ts'

/** The parameter every check that asks a model takes. */
export const modelParameter = z
  .string()
  .optional()
  .describe("Model that judges, as provider:model; default: the run's judge, else `model` of assay.yaml")

/** Who asks whom: the check, its `model` parameter and its ports. */
export interface Asking {
  readonly check: string
  readonly model: string | undefined
  readonly ports: CheckPorts
}

export interface JudgeOptions<T> {
  /** What must hold beyond the schema, in words for the model. `ask`: 2 for the re-ask, the last one. */
  readonly check?: (value: T, ask: 1 | 2) => string | null
  /** 0 when absent. */
  readonly temperature?: number
  readonly repeat?: number
  /** Asks how probable the numbers of the answer are. */
  readonly numberProbabilities?: boolean
}

/** One structured answer of the judging model. Fails with ASSAY-7014 without a model, and as `askForJson` does. */
export async function askJudge<Variables extends Readonly<Record<string, VariableKind>>, T>(
  { check: where, model, ports }: Asking,
  prompt: Prompt<Variables, z.ZodType<T>>,
  values: PromptValues<Variables>,
  options: JudgeOptions<T> = {},
): Promise<Result<T>> {
  const asked = await askJudgeForReply({ check: where, model, ports }, prompt, values, options)
  return asked.ok ? ok(asked.value.value) : asked
}

/** The same with the reply itself. */
export async function askJudgeForReply<Variables extends Readonly<Record<string, VariableKind>>, T>(
  { check: where, model, ports }: Asking,
  prompt: Prompt<Variables, z.ZodType<T>>,
  values: PromptValues<Variables>,
  options: JudgeOptions<T>,
): Promise<Result<JsonAnswer<T>>> {
  const caller = ports.model(model)
  return caller === null
    ? fail(createError('ASSAY-7014', { where, fix: missingModel(model) }))
    : askForJson(caller, prompt, values, { hash: ports.hash, temperature: 0, ...options })
}
