import { createError, fail, type Result } from '@assay/core'

/** The options do not say what is to be computed. */
export const failUsage = (message: string, fix: string): Result<never> =>
  fail(createError('ASSAY-1001', { message, fix }))

/** The options, by their keys, that were given and would change nothing: the figure would not be what was meant. */
export function refuseUnused(
  options: object,
  { unused, why }: { readonly unused: readonly string[]; readonly why: string },
): Result<never> | null {
  const values = new Map<string, unknown>(Object.entries(options))
  const given = unused.filter((key) => ![undefined, false].some((absent) => values.get(key) === absent))
  if (given.length === 0) return null
  const flags = new Intl.ListFormat('en-GB').format(given.map(flagOf))
  return failUsage(`${flags} would change nothing: ${why}`, `leave ${flags} out`)
}

const flagOf = (key: string): string =>
  `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
