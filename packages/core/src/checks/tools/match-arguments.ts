import * as z from 'zod'
import { diffJson } from '../comparison/diff-json.ts'

/** How the arguments of a call are compared with the expected ones. */
export const argumentMatch = z
  .enum(['exact', 'subset', 'ignore'])
  .default('exact')
  .describe('exact: equal; subset: the expected ones are among them; ignore: the name is enough')

export type ArgumentMatch = z.output<typeof argumentMatch>

export interface Call {
  readonly name: string
  readonly arguments?: unknown
}

export interface MatchOptions {
  readonly arguments: ArgumentMatch
  /** Numbers this far apart are equal. */
  readonly tolerance: number
}

export function isSameCall(actual: Call, expected: Call, options: MatchOptions): boolean {
  if (actual.name !== expected.name) return false
  if (options.arguments === 'ignore') return true
  const [given, wanted] = [readArguments(actual.arguments), readArguments(expected.arguments)]
  const { differences } = diffJson(given, wanted, {
    ignore: [],
    ignoreOrder: false,
    tolerance: options.tolerance,
  })
  return differences.every(({ what }) => options.arguments === 'subset' && what === 'extra')
}

/** Providers give arguments as JSON text, others as the value; none is an empty object. */
function readArguments(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return {}
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
