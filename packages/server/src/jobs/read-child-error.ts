import { assayErrorSchema, type AssayError } from '@assay/contracts'
import { createError } from '@assay/core'
import type { ChildEnd } from './run-child.ts'

/** What the command line said it failed with, by its `--json`; else its last line. */
export function readChildError({
  output,
  errors,
  code,
}: Pick<ChildEnd, 'output' | 'errors' | 'code'>): AssayError {
  for (const line of output.split('\n')) {
    if (!line.startsWith('{"error":')) continue
    const parsed = assayErrorSchema.safeParse(readField(line))
    if (parsed.success) return parsed.data
  }
  const last = errors.trim().split('\n').at(-1) ?? ''
  return createError('ASSAY-9021', {
    message: `The process of the evaluation ended with exit code ${code ?? 'unknown'}`,
    ...(last === '' ? {} : { detail: last.slice(0, 2000) }),
  })
}

function readField(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? Reflect.get(value, 'error') : undefined
  } catch {
    return undefined
  }
}
