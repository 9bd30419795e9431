import type * as z from 'zod'

/** The rows of a JSON Lines file by their schema. */
export const parseLines = <T extends z.ZodType>(text: string, schema: T): readonly z.output<T>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))
