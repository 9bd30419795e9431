import type { ChatMessage } from '@assay/contracts'
import * as z from 'zod'
import type { Hash } from '../ports/hash.ts'
import { canonicalJson } from '../runs/canonical-json.ts'
import { dataRule } from './fence-texts.ts'

/** `plain`: our own words or the user's settings. `fenced`: text of others, which is data and never an instruction. */
export type VariableKind = 'plain' | 'fenced'

/** A prompt as data. Each message's `{{name}}` is filled by the variable of that name. */
export interface Prompt<
  Variables extends Readonly<Record<string, VariableKind>> = Readonly<Record<string, VariableKind>>,
  Output extends z.ZodType = z.ZodType,
> {
  readonly id: string
  /** One sentence: what it is asked for. */
  readonly purpose: string
  readonly messages: readonly Pick<ChatMessage, 'role' | 'content'>[]
  readonly variables: Variables
  readonly outputSchema: Output
  readonly maxOutputTokens: number
}

/** Keeps a prompt's own types: its variables' names and the shape of its answer. */
export const definePrompt = <
  const Variables extends Readonly<Record<string, VariableKind>>,
  Output extends z.ZodType,
>(
  prompt: Prompt<Variables, Output>,
): Prompt<Variables, Output> => prompt

/** JSON Schema 2020-12 of the answer, as it is sent to providers. */
export function outputJsonSchema(prompt: Pick<Prompt, 'outputSchema'>): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(prompt.outputSchema)
  return schema
}

/** `id@hash`: changes with every word that a model is shown and with the schema of its answer. */
export function promptVersion(prompt: Prompt, hash: Hash): string {
  const { id, messages, variables, maxOutputTokens } = prompt
  const content = canonicalJson({
    messages,
    variables,
    maxOutputTokens,
    dataRule,
    schema: outputJsonSchema(prompt),
  })
  return `${id}@${hash(content).slice(0, 12)}`
}
