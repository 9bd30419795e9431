import { createReadStream } from 'node:fs'
import { createError, fail, ok, type Result } from '@assay/core'
import type * as z from 'zod'

/** All rows of a JSON Lines file of a knowledge base; ASSAY-2005 with file and line at the first that is damaged. */
export async function readRows<T>(file: string, schema: z.ZodType<T>): Promise<Result<readonly T[]>> {
  const rows: T[] = []
  let line = 0
  for await (const text of readLines(file)) {
    line += 1
    const parsed = schema.safeParse(parseJson(text))
    if (!parsed.success) return fail(damaged(file, line, parsed.error.issues[0]?.message))
    rows.push(parsed.data)
  }
  return ok(rows)
}

export const damaged = (
  file: string,
  line: number | null,
  reason = 'unreadable',
): ReturnType<typeof createError> =>
  createError('ASSAY-2005', {
    where: line === null ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`,
  })

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Lines end with LF only: other line separators stand inside JSON strings. */
async function* readLines(file: string): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + String(piece)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
