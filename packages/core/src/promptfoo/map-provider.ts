import { targetConfigurationSchema, type TargetConfiguration } from '@assay/contracts'
import * as z from 'zod'
import type { NotMapped } from './not-mapped.ts'
import type { PromptfooConfig } from './promptfoo-config.ts'

type Provider = NonNullable<PromptfooConfig['providers']>[number]

export interface MappedTarget {
  readonly name: string
  readonly settings: TargetConfiguration
}

interface NamedProvider {
  readonly id: string
  readonly label: string
  readonly config: Readonly<Record<string, unknown>>
}

/** The systems under test that have a counterpart; the others are named with their reason. */
export function mapProviders(
  providers: readonly Provider[],
  notMapped: NotMapped[],
): readonly MappedTarget[] {
  const taken = new Set<string>()
  return providers.flatMap((provider, index) => {
    const named = readProvider(provider)
    const mapped = named === null ? 'its form is not known' : mapProvider(named)
    if (typeof mapped === 'string') {
      notMapped.push({ what: `provider ${named?.id ?? ''}`, where: `providers[${index}]`, reason: mapped })
      return []
    }
    const name = freeName(named?.label ?? 'target', taken)
    return [{ name, settings: mapped }]
  })
}

const detailsSchema = z.looseObject({
  id: z.string().optional(),
  label: z.string().optional(),
  config: z.record(z.string(), z.unknown()).default({}),
})

/** `id`, `{ id, label, config }`, or `{ id: { config } }`. */
function readProvider(provider: Provider): NamedProvider | null {
  if (typeof provider === 'string') return { id: provider, label: provider, config: {} }
  const details = detailsSchema.safeParse(provider).data
  if (details?.id !== undefined)
    return { id: details.id, label: details.label ?? details.id, config: details.config }
  const [entry] = Object.entries(provider)
  const inner = detailsSchema.safeParse(entry?.[1]).data
  return entry === undefined || inner === undefined
    ? null
    : { id: entry[0], label: inner.label ?? entry[0], config: inner.config }
}

const chatConfigSchema = z.looseObject({
  apiBaseUrl: z.string().optional(),
  apiHost: z.string().optional(),
  apiKeyEnvar: z.string().optional(),
  temperature: z.number().optional(),
  max_tokens: z.number().int().positive().optional(),
  top_p: z.number().optional(),
  seed: z.number().optional(),
})

function mapProvider({ id, config }: NamedProvider): TargetConfiguration | string {
  const [kind = '', ...rest] = id.split(':')
  if (/^https?$/.test(kind)) return mapHttp(id === 'http' || id === 'https' ? '' : id, config)
  if (kind === 'openai') return mapChat(rest, config, 'https://api.openai.com/v1', 'OPENAI_API_KEY')
  if (kind === 'ollama') return mapChat(rest, config, 'http://localhost:11434/v1', undefined)
  if (kind === 'exec') return read({ kind: 'command', command: rest.join(':') })
  if (kind === 'file' || kind === 'python')
    return `Assay calls a function answer({ question, history }); wrap ${id} in one and name it as a module or python target`
  return 'no counterpart: name its OpenAI-compatible address as a target of kind openai, or its address as one of kind http'
}

function mapChat(
  rest: readonly string[],
  config: NamedProvider['config'],
  standardUrl: string,
  standardKey: string | undefined,
): TargetConfiguration | string {
  const model = rest.filter((part, index) => index > 0 || !['chat', 'completion'].includes(part)).join(':')
  if (['responses', 'embedding', 'realtime', 'image', 'assistant'].includes(rest[0] ?? ''))
    return `only chat completions are asked, not ${rest[0] ?? ''}`
  const {
    apiBaseUrl,
    apiHost,
    apiKeyEnvar,
    temperature,
    max_tokens: maxOutputTokens,
    top_p: topP,
    seed,
  } = chatConfigSchema.parse(config)
  const key = apiKeyEnvar ?? (apiBaseUrl === undefined && apiHost === undefined ? standardKey : undefined)
  const parameters = { ...(topP === undefined ? {} : { topP }), ...(seed === undefined ? {} : { seed }) }
  return read({
    kind: 'openai',
    url: apiBaseUrl ?? (apiHost === undefined ? standardUrl : `https://${apiHost}/v1`),
    model,
    ...(key === undefined ? {} : { apiKeyEnv: key }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  })
}

const httpConfigSchema = z.looseObject({
  url: z.string().optional(),
  method: z.enum(['POST', 'GET', 'PUT']).default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  transformResponse: z.unknown().optional(),
  responseParser: z.unknown().optional(),
})

function mapHttp(address: string, config: NamedProvider['config']): TargetConfiguration | string {
  const parsed = httpConfigSchema.safeParse(config)
  if (!parsed.success) return 'its request could not be read'
  const { url, method, headers, body, transformResponse, responseParser } = parsed.data
  const path = toJsonPath(transformResponse ?? responseParser)
  if (path === null) return 'its transformResponse is more than a path such as json.choices[0].text'
  return read({
    kind: 'http',
    url: renamePrompt(url ?? address),
    method,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replaceAll(/\{\{\s*env\.(\w+)\s*\}\}/g, '${$1}'),
      ]),
    ),
    ...(body === undefined ? {} : { body: renameIn(body) }),
    answerPath: path,
  })
}

/** `json.output` → `$.output`; `null`: more than a path. Absent: the whole body, as there. */
function toJsonPath(transform: unknown): string | null {
  if (transform === undefined) return '$'
  if (typeof transform !== 'string') return null
  const [, path] = /^\s*(?:json|data)((?:\.[A-Za-z_$][\w$]*|\[\d+\])+)\s*$/.exec(transform) ?? []
  return path === undefined ? null : `$${path}`
}

const renamePrompt = (text: string): string => text.replaceAll(/\{\{\s*prompt\s*\}\}/g, '{{ question }}')

function renameIn(body: unknown): unknown {
  if (typeof body === 'string') return renamePrompt(body)
  if (Array.isArray(body)) return body.map(renameIn)
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, renameIn(value)]))
}

function read(value: unknown): TargetConfiguration | string {
  const parsed = targetConfigurationSchema.safeParse(value)
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'it could not be read')
}

function freeName(label: string, taken: Set<string>): string {
  const stem =
    label
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'target'
  let name = stem
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`
  taken.add(name)
  return name
}
