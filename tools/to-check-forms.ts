import { checkDefinitions } from '@assay/core/checks'
import * as z from 'zod'
import type { CheckForm, CheckParameter } from '../packages/web/src/pages/documents/checks/check-form.ts'

/** What a form asks for each check, of the checks themselves. */
export const toCheckForms = (): CheckForm[] =>
  checkDefinitions.map(({ id, title, kind, cost, measures, parameters }) => ({
    id,
    title,
    kind,
    needs: cost,
    measures: firstSentence(measures),
    parameters: toParameters(parameters),
  }))

const firstSentence = (text: string): string => text.split(/(?<=\.)\s/)[0] ?? text

interface JsonSchema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly description?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

function toParameters(schema: z.ZodType): CheckParameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
  }) as JsonSchema
  return Object.entries(properties).map(([name, part]) => ({
    name,
    as: toControl(part),
    description: part.description ?? '',
    ...(part.enum !== undefined && { options: part.enum.map(String) }),
    ...(required.includes(name) && { isRequired: true as const }),
    ...(part.default !== undefined && { standard: JSON.stringify(part.default) }),
  }))
}

function toControl({ type, enum: values, anyOf, items }: JsonSchema): CheckParameter['as'] {
  if (values !== undefined) return 'choice'
  if (type === 'string') return 'text'
  if (type === 'number' || type === 'integer') return 'number'
  if (type === 'boolean') return 'yes'
  if (type === 'array' && items?.type === 'string') return 'lines'
  // One text, or a list of them.
  if (anyOf?.some((part) => part.type === 'string') === true && anyOf.some((part) => part.type === 'array'))
    return 'lines'
  return 'json'
}
