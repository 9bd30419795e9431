import * as z from 'zod'
import { replaceExpressions, UnsupportedTemplate } from './fill-template.ts'
import { describeIssue, readTarget, type MappedProvider } from './read-target.ts'

const httpConfigSchema = z.looseObject({
  url: z.string().optional(),
  method: z.enum(['POST', 'GET', 'PUT']).default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  transformResponse: z.unknown().optional(),
  responseParser: z.unknown().optional(),
})
const httpKeys = Object.keys(httpConfigSchema.shape)

/** An HTTP target reads the environment in its headers alone, and knows the prompt as the question. */
export function mapHttpProvider(
  address: string,
  config: Readonly<Record<string, unknown>>,
): MappedProvider | string {
  const parsed = httpConfigSchema.safeParse(config)
  if (!parsed.success) return describeIssue(parsed.error.issues)
  const { method, headers, body, transformResponse, responseParser } = parsed.data
  const url = parsed.data.url ?? address
  if (url === '') return 'it has no address: write its request as url, method, headers and body'
  if (typeof body === 'string' && body.startsWith('file://')) return `its body stands in ${body}`
  const path = toJsonPath(transformResponse ?? responseParser)
  if (path === null) return 'its transformResponse is more than a path such as json.choices[0].text'
  try {
    const settings = {
      kind: 'http',
      url: within('url', () => renamePrompt(url)),
      method,
      headers: within('headers', () =>
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fillHeader(value)])),
      ),
      ...(body === undefined ? {} : { body: within('body', () => renameIn(body)) }),
      answerPath: path,
    }
    return readTarget(settings, httpKeys)
  } catch (error) {
    if (error instanceof UnsupportedTemplate) return error.message
    throw error
  }
}

/** Says in which part of the request a template is not supported. */
function within<T>(part: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UnsupportedTemplate)) throw error
    const hint =
      part === 'headers' ? '' : '; Assay fills in the question, and the environment into headers only'
    throw new UnsupportedTemplate(`its ${part}: ${error.message}${hint}`)
  }
}

/** `json.output` → `$.output`; `null`: more than a path. Absent: the whole body, as there. */
function toJsonPath(transform: unknown): string | null {
  if (transform === undefined) return '$'
  if (typeof transform !== 'string') return null
  const [, path] = /^\s*(?:json|data)((?:\.[A-Za-z_$][\w$]*|\[\d+\])+)\s*$/.exec(transform) ?? []
  return path === undefined ? null : `$${path}`
}

const fillHeader = (text: string): string =>
  replaceExpressions(text, (expression) => {
    const [, name] = /^env\.([A-Za-z_]\w*)$/.exec(expression) ?? []
    return name === undefined ? null : `\${${name}}`
  })

const renamePrompt = (text: string): string =>
  replaceExpressions(text, (expression) => (expression === 'prompt' ? '{{ question }}' : null))

function renameIn(body: unknown): unknown {
  if (typeof body === 'string') return renamePrompt(body)
  if (Array.isArray(body)) return body.map(renameIn)
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, renameIn(value)]))
}
