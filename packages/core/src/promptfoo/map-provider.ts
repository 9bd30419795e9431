import type { TargetConfiguration } from '@assay/contracts'
import * as z from 'zod'
import { findUnread, listUnread } from './list-unread.ts'
import { mapChatProvider } from './map-chat-provider.ts'
import { mapHttpProvider } from './map-http-provider.ts'
import type { NotMapped } from './not-mapped.ts'
import type { PromptfooConfig } from './promptfoo-config.ts'
import { readTarget, type MappedProvider } from './read-target.ts'

type Provider = NonNullable<PromptfooConfig['providers']>[number]

export interface MappedTarget {
  readonly name: string
  readonly settings: TargetConfiguration
}

interface NamedProvider {
  readonly id: string
  readonly label: string
  readonly config: Readonly<Record<string, unknown>>
  /** Keys beside these. */
  readonly others: readonly string[]
}

const noCounterpart =
  'no counterpart: name its OpenAI-compatible address as a target of kind openai, or its address as one of kind http'

/** The systems under test that have a counterpart; the others, and settings that are not read, are named with their reason. */
export function mapProviders(
  providers: readonly Provider[],
  notMapped: NotMapped[],
): readonly MappedTarget[] {
  const taken = new Set<string>()
  return providers.flatMap((provider, index) => {
    const where = `providers[${index}]`
    const named = readProvider(provider)
    const mapped = named === null ? 'its form is not known' : mapProvider(named)
    if (named === null || typeof mapped === 'string') {
      const reason = typeof mapped === 'string' ? mapped : noCounterpart
      notMapped.push({ what: `provider ${named?.id ?? ''}`, where, reason })
      return []
    }
    for (const what of named.others) notMapped.push({ what, where, reason: 'it has no counterpart' })
    notMapped.push(
      ...listUnread(named.config, mapped.read, { where, prefix: 'config.', reasons: configReasons }),
    )
    return [{ name: freeName(named.label, taken), settings: mapped.settings }]
  })
}

const configReasons = {
  apiKey: 'keys stand in the environment: name the variable as apiKeyEnvar there or apiKeyEnv here',
}

const detailsSchema = z.looseObject({
  id: z.string().optional(),
  label: z.string().optional(),
  config: z.record(z.string(), z.unknown()).default({}),
})
const detailKeys = Object.keys(detailsSchema.shape)

/** `id`, `{ id, label, config }`, or `{ id: { config } }`. */
function readProvider(provider: Provider): NamedProvider | null {
  if (typeof provider === 'string') return { id: provider, label: provider, config: {}, others: [] }
  const details = detailsSchema.safeParse(provider).data
  if (details?.id !== undefined) return toNamed(details.id, details)
  const [entry] = Object.entries(provider)
  const inner = detailsSchema.safeParse(entry?.[1]).data
  return entry === undefined || inner === undefined ? null : toNamed(entry[0], inner)
}

const toNamed = (id: string, details: z.infer<typeof detailsSchema>): NamedProvider => ({
  id,
  label: details.label ?? id,
  config: details.config,
  others: findUnread(details, detailKeys),
})

function mapProvider({ id, config }: NamedProvider): MappedProvider | string {
  const [kind = '', ...rest] = id.split(':')
  if (/^https?$/.test(kind)) return mapHttpProvider(id === 'http' || id === 'https' ? '' : id, config)
  if (/\{\{|\{%/.test(id)) return 'its name is a template: write out what it stands for'
  if (kind === 'openai')
    return mapChatProvider(rest, config, { url: 'https://api.openai.com/v1', key: 'OPENAI_API_KEY' })
  if (kind === 'ollama') return mapChatProvider(rest, config, { url: 'http://localhost:11434/v1' })
  if (kind === 'exec') return readTarget({ kind: 'command', command: rest.join(':') }, [])
  if (kind === 'file' || kind === 'python')
    return `Assay calls a function answer({ question, history }); wrap ${id} in one and name it as a module or python target`
  return noCounterpart
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
