import * as z from 'zod'
import type { OptionRow } from '../command.ts'

interface NumberRange {
  readonly min?: number
  /** The first number that is too large. */
  readonly below?: number
}

/** `expected` says what would be right, as the user reads it. */
const numberText = (form: RegExp, { min = -Infinity, below = Infinity }: NumberRange, expected: string) =>
  z
    .string()
    .refine((text) => form.test(text) && Number(text) >= min && Number(text) < below, `expected ${expected}`)
    .transform(Number)

const listText = z
  .array(z.string())
  .transform((values) => values.flatMap((value) => value.split(',')).map((value) => value.trim()))

export const textOption = (description: string, placeholder = 'text'): OptionRow<string | undefined> => ({
  description,
  placeholder,
  schema: z.string().optional(),
})

/** A name that becomes a folder's. */
export const runNameOption = (description: string, placeholder: string): OptionRow<string | undefined> => ({
  description,
  placeholder,
  schema: z
    .string()
    .regex(
      /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,99}$/u,
      'expected letters, digits, dots, dashes and underscores, no dot or dash first',
    )
    .optional(),
})

/** A whole number, 1 or more unless `min` says otherwise. */
export const integerOption = (
  description: string,
  { min = 1 }: Pick<NumberRange, 'min'> = {},
): OptionRow<number | undefined> => ({
  description,
  placeholder: 'n',
  schema: numberText(
    /^\d+$/,
    { min, below: Number.MAX_SAFE_INTEGER },
    `a whole number, ${min} or more`,
  ).optional(),
})

const decimal = /^-?(\d+(\.\d*)?|\.\d+)$/

export const numberOption = (
  description: string,
  { placeholder = 'n', min }: Pick<NumberRange, 'min'> & { readonly placeholder?: string } = {},
): OptionRow<number | undefined> => ({
  description,
  placeholder,
  schema: numberText(
    decimal,
    min === undefined ? {} : { min },
    min === undefined ? 'a number' : `a number, ${min} or more`,
  ).optional(),
})

/** From 0 to below 1. */
export const shareOption = (description: string): OptionRow<number | undefined> => ({
  description,
  placeholder: 'share',
  schema: numberText(
    decimal,
    { min: 0, below: 1 },
    'a share from 0 to below 1, such as 0.03 for 3 points',
  ).optional(),
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
  schema: z.enum(choices, `expected ${choices.join(' | ')}`).optional(),
})
