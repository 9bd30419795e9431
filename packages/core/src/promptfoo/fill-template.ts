/** A template that needs more than variables: loops, conditions, filters. */
export class UnsupportedTemplate extends Error {}

/**
 * Fills `{{ name }}` and `{{ name.part }}` from the variables, as promptfoo's templates do where they use no more than
 * that. An unknown name becomes empty text, as there. Throws `UnsupportedTemplate` for tags and filters.
 */
export function fillTemplate(template: string, vars: Readonly<Record<string, unknown>>): string {
  if (/\{%|\{#/.test(template)) throw new UnsupportedTemplate('it uses template tags')
  return template.replaceAll(/\{\{-?\s*(.*?)\s*-?\}\}/gs, (_, expression: string) => {
    if (!/^[\p{L}_$][\p{L}\p{N}_$-]*(?:\.[\p{L}\p{N}_$-]+)*$/u.test(expression))
      throw new UnsupportedTemplate(`it uses the expression {{ ${expression} }}`)
    return toText(readPath(expression.split('.'), vars))
  })
}

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
