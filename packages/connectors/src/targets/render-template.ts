import { Liquid } from 'liquidjs'
import { createError, fail, ok, type Result } from '@assay/core'

/** What a template may name. */
export interface TemplateVariables {
  readonly question: string
  readonly history: readonly unknown[]
  /** The history and the question. */
  readonly messages: readonly unknown[]
  readonly threadId: string | null
  readonly caseId: string
  readonly repeat: number
}

/** Own properties only, no files, bounded work; an unknown name or filter is an error. */
const settings = {
  ownPropertyOnly: true,
  strictVariables: true,
  strictFilters: true,
  templates: {},
  renderLimit: 1000,
  memoryLimit: 1e8,
}
const engine = new Liquid(settings)
const addressEngine = new Liquid({
  ...settings,
  outputEscape: (value) => encodeURIComponent(String(value ?? '')),
})

const wholeVariable = /^\s*\{\{\s*(question|history|messages|threadId|caseId|repeat)\s*\}\}\s*$/

/**
 * Fills the strings of a body. A string that is nothing but `{{ history }}` becomes the value itself, so that lists
 * stay lists; any other is rendered as text.
 */
export function renderBody(body: unknown, variables: TemplateVariables): unknown {
  if (typeof body === 'string') return renderString(body, variables)
  if (Array.isArray(body)) return body.map((item) => renderBody(item, variables))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, renderBody(value, variables)]))
}

function renderString(template: string, variables: TemplateVariables): unknown {
  const name = wholeVariable.exec(template)?.[1]
  if (name !== undefined) return Reflect.get(variables, name)
  return String(engine.parseAndRenderSync(template, { ...variables }))
}

/** Fills an address; every value is percent-encoded. */
export const renderAddress = (template: string, variables: TemplateVariables): string =>
  String(addressEngine.parseAndRenderSync(template, { ...variables }))

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
