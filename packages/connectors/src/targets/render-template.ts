import { Liquid } from 'liquidjs'

/** What a template may name. */
export interface TemplateVariables {
  readonly question: string
  readonly history: readonly unknown[]
  /** The history and the question. */
  readonly messages: readonly unknown[]
  readonly threadId: string | null
  readonly caseId: string
  readonly repeat: number
  /** Of the configuration; absent values are empty. */
  readonly prompt: string
  readonly parameters: Readonly<Record<string, string | number | boolean>>
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

const wholeVariable =
  /^\s*\{\{\s*(question|history|messages|threadId|caseId|repeat|prompt|parameters(?:\.\w+)?)\s*\}\}\s*$/

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
  if (name !== undefined) return readVariable(name, variables)
  return String(engine.parseAndRenderSync(template, { ...variables }))
}

function readVariable(name: string, variables: TemplateVariables): unknown {
  const [first = '', key] = name.split('.')
  return key === undefined ? Reflect.get(variables, first) : variables.parameters[key]
}

/** Fills an address; every value is percent-encoded. */
export const renderAddress = (template: string, variables: TemplateVariables): string =>
  String(addressEngine.parseAndRenderSync(template, { ...variables }))
