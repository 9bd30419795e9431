import { createError, fail, ok, type Result } from '@assay/core'

/** Fills `${NAME}` in each header from the environment. Fails with ASSAY-1005 that names what is not set. */
export function fillHeaders(
  headers: Readonly<Record<string, string>>,
  env: (name: string) => string | undefined,
): Result<Record<string, string>> {
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
