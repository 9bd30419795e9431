/** A template that needs more than variables: loops, conditions, filters, the environment. */
export class UnsupportedTemplate extends Error {}

/**
 * Replaces each `{{ expression }}` of a template. Throws `UnsupportedTemplate` for tags, for the environment, which
 * promptfoo has as `env`, and for whatever `replace` does not know (`null`).
 */
export function replaceExpressions(template: string, replace: (expression: string) => string | null): string {
  if (/\{%|\{#/.test(template)) throw new UnsupportedTemplate('it uses template tags')
  return template.replaceAll(/\{\{-?\s*(.*?)\s*-?\}\}/gs, (_, expression: string) => {
    const text = replace(expression)
    if (text !== null) return text
    const what = /^env\b/.test(expression) ? 'it reads the environment' : 'it uses the expression'
    throw new UnsupportedTemplate(`${what}: {{ ${expression} }}`)
  })
}

/**
 * Fills `{{ name }}` and `{{ name.part }}` from the variables, as promptfoo's templates do where they use no more than
 * that. An unknown name becomes empty text, as there. Throws `UnsupportedTemplate` for tags, filters and the environment.
 */
export const fillTemplate = (template: string, vars: Readonly<Record<string, unknown>>): string =>
  replaceExpressions(template, (expression) => {
    if (!/^[\p{L}_$][\p{L}\p{N}_$-]*(?:\.[\p{L}\p{N}_$-]+)*$/u.test(expression)) return null
    const path = expression.split('.')
    if (path[0] === 'env' && !Object.hasOwn(vars, 'env')) return null
    return toText(readPath(path, vars))
  })

function readPath(path: readonly string[], vars: unknown): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    vars,
  )
}

/** Text as it is, nothing as empty, anything else as JSON. */
export const toText = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'string'
      ? value
      : (JSON.stringify(value) ?? '')
