import * as z from 'zod'
import type { OptionRow } from '../command.ts'

const integerText = z.string().regex(/^\d+$/, 'expected a whole number').transform(Number)
const numberText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'expected a number')
  .transform(Number)
const listText = z
  .array(z.string())
  .transform((values) => values.flatMap((value) => value.split(',')).map((value) => value.trim()))

export const textOption = (description: string, placeholder = 'text'): OptionRow<string | undefined> => ({
  description,
  placeholder,
  schema: z.string().optional(),
})

export const integerOption = (description: string, placeholder = 'n'): OptionRow<number | undefined> => ({
  description,
  placeholder,
  schema: integerText.optional(),
})

export const numberOption = (description: string, placeholder = 'n'): OptionRow<number | undefined> => ({
  description,
  placeholder,
  schema: numberText.optional(),
})

/** Comma-separated, repeatable. */
export const listOption = (
  description: string,
  placeholder = 'a,b',
): OptionRow<readonly string[] | undefined> => ({
  description,
  placeholder,
  repeatable: true,
  schema: listText.optional(),
})

/** Repeatable, each value taken whole: expressions and paths may hold commas. */
export const repeatedOption = (
  description: string,
  placeholder: string,
): OptionRow<readonly string[] | undefined> => ({
  description,
  placeholder,
  repeatable: true,
  schema: z.array(z.string()).optional(),
})

export const switchOption = (description: string): OptionRow<boolean> => ({
  description,
  schema: z.boolean().default(false),
})

export const choiceOption = <const T extends readonly [string, ...string[]]>(
  description: string,
  choices: T,
): OptionRow<T[number] | undefined> => ({
  description: `${description} (${choices.join(' | ')})`,
  placeholder: 'name',
  schema: z.enum(choices).optional(),
})
