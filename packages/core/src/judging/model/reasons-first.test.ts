import { expect, it } from 'vitest'
import { checkPrompts } from '../../checks/checks-version.ts'
import { judgeDecliningPrompt } from '../../prompts/judge-declining.data.ts'
import { outputJsonSchema } from '../../prompts/prompt.ts'

interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** Paths of an answer's values in the order they are written, with what each is. */
const listValues = (schema: Schema, path = ''): readonly (readonly [path: string, schema: Schema])[] => {
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, part]) => listValues(part, `${path}.${name}`))
  return schema.items === undefined ? [[path, schema]] : listValues(schema.items, `${path}[]`)
}

const isVerdict = ([path, schema]: readonly [string, Schema]): boolean =>
  schema.enum !== undefined || schema.type === 'number' || /\.(?:level|sentences\[\])$/.test(path)

it.each([...checkPrompts, judgeDecliningPrompt].map((prompt) => [prompt.id, prompt] as const))(
  '%s is answered with a reason before the first verdict',
  (_, prompt) => {
    const values = listValues(outputJsonSchema(prompt))
    const verdict = values.findIndex(isVerdict)
    if (verdict === -1) return
    expect(values.slice(0, verdict).some(([path]) => path.endsWith('.reason'))).toBe(true)
  },
)
