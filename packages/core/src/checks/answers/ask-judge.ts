import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import type { PromptValues } from '../../prompts/fill-prompt.ts'
import type { Prompt, VariableKind } from '../../prompts/prompt.ts'
import { fail, type Result } from '../../result.ts'
import { askForJson } from '../../structured-output/ask-for-json.ts'
import type { CheckPorts } from '../check.ts'

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
}

/** One structured answer of the judging model. Fails with ASSAY-7014 without a model, and as `askForJson` does. */
export async function askJudge<Variables extends Readonly<Record<string, VariableKind>>, T>(
  { check: where, model, ports }: Asking,
  prompt: Prompt<Variables, z.ZodType<T>>,
  values: PromptValues<Variables>,
  options: JudgeOptions<T> = {},
): Promise<Result<T>> {
  const caller = ports.model(model)
  if (caller === null) return fail(createError('ASSAY-7014', { where, fix: missingModel(model) }))
  const { hash } = ports
  const asked = await askForJson(caller, prompt, values, { hash, temperature: 0, ...options })
  return asked.ok ? { ok: true, value: asked.value.value } : asked
}

export const missingModel = (model: string | undefined): string =>
  model === undefined
    ? 'name it as `model` in assay.yaml or in the parameters of the check (assay check run: --model)'
    : `the model ${model} is not open here; write it as provider:model`
