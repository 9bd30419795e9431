import { createError, fail, ok, type Result } from '@assay/core'

/** Headers that carry secrets: their values come from the environment alone, since run folders keep the configuration. */
const secretHeader = /^(?:authorization|proxy-authorization|cookie|.*(?:api-?key|token|secret|password).*)$/i

/**
 * Fills `${NAME}` in each header from the environment. Fails with ASSAY-1005 that names what is not set, and with
 * ASSAY-1008 where a secret stands in the configuration itself.
 */
export function fillHeaders(
  headers: Readonly<Record<string, string>>,
  env: (name: string) => string | undefined,
): Result<Record<string, string>> {
  const literal = Object.entries(headers).find(
    ([name, value]) => secretHeader.test(name) && value !== '' && !/\$\{[A-Za-z_]\w*\}/.test(value),
  )
  if (literal !== undefined) return fail(createError('ASSAY-1008', { where: `headers.${literal[0]}` }))
  const missing = new Set<string>()
  const filled = Object.entries(headers).map(([name, template]) => [
    name,
    template.replaceAll(/\$\{([A-Za-z_]\w*)\}/g, (_, variable: string) => {
      const value = env(variable)
      if (!value) missing.add(variable)
      return value ?? ''
    }),
  ])
  if (missing.size > 0)
    return fail(createError('ASSAY-1005', { where: 'headers', fix: `set ${[...missing].join(' and ')}` }))
  return ok(Object.fromEntries(filled))
}
