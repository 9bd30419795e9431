import type { Project } from '@assay/contracts/hub'
import { createError, fail, nearestWord, ok, type Result } from '@assay/core'
import type { HubClient } from '@assay/sdk'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'
import { toAssayError } from './to-assay-error.ts'

/** A hub as the caller may use it. */
export interface HubAccess {
  readonly url: string
  readonly client: HubClient
  /** The project that is meant; asked of the hub until it answered once. */
  findProject(signal?: AbortSignal): Promise<Result<HubProject>>
}

export type HubProject = Pick<Project, 'id' | 'name'>

export interface HubChoice {
  readonly hub?: string | undefined
  readonly hubProject?: string | undefined
}

type HubSettings = Pick<Workspace, 'configuration'>

/**
 * The hub the options, `assay.yaml` or the environment name; `null`: none. Nothing is asked of it yet. Fails with
 * ASSAY-1001 (no address), 1005 (no key) or 1008 (a secret in the address).
 */
export async function openHub(
  { configuration }: HubSettings,
  options: HubChoice,
  { env }: Pick<CommandContext, 'env'>,
): Promise<Result<HubAccess | null>> {
  const named = options.hub ?? configuration.hub?.url ?? env('ASSAY_HUB_URL')
  if (named === undefined || named === '' || named === 'none') return ok(null)
  const url = readAddress(named)
  if (!url.ok) return url
  const keyEnv = configuration.hub?.keyEnv ?? 'ASSAY_HUB_KEY'
  const key = env(keyEnv)
  if (key === undefined || key === '')
    return fail(
      createError('ASSAY-1005', {
        where: url.value,
        fix: `set ${keyEnv} to an API key of the hub, or leave the hub out with --hub none`,
      }),
    )
  const { createHubClient } = await import('@assay/sdk')
  const client = createHubClient({ url: url.value, key })
  const project = options.hubProject ?? configuration.hub?.project ?? env('ASSAY_HUB_PROJECT')
  return ok({ url: url.value, client, findProject: rememberSuccess(findProject(client, url.value, project)) })
}

/** The same for commands that are nothing without one. */
export async function requireHub(
  workspace: HubSettings,
  options: HubChoice,
  context: Pick<CommandContext, 'env'>,
): Promise<Result<HubAccess>> {
  const opened = await openHub(workspace, options, context)
  if (!opened.ok) return opened
  return opened.value === null
    ? fail(
        createError('ASSAY-1001', {
          message: 'No hub is named',
          fix: 'add --hub URL, or hub.url to assay.yaml, or set ASSAY_HUB_URL',
        }),
      )
    : ok(opened.value)
}

function readAddress(text: string): Result<string> {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return fail(
      createError('ASSAY-1001', {
        message: `${text} is not the address of a hub`,
        fix: 'write it as --hub https://assay.example',
      }),
    )
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    return fail(createError('ASSAY-1008', { where: `the address of the hub, ${url.host}` }))
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`)
}

type Find = (signal?: AbortSignal) => Promise<Result<HubProject>>

function rememberSuccess(find: Find): Find {
  let found: Result<HubProject> | null = null
  return async (signal) => {
    if (found?.ok === true) return found
    found = await find(signal)
    return found
  }
}

/** By id, by name, or the only one there is. */
function findProject(client: HubClient, url: string, named: string | undefined): Find {
  return async (signal) => {
    try {
      const { projects } = await client.getMe({}, { signal: withTimeout(signal) })
      const found =
        named === undefined
          ? projects.length === 1
            ? projects[0]
            : undefined
          : (projects.find(({ id }) => id === named) ??
            projects.find(({ name }) => name.toLowerCase() === named.toLowerCase()))
      if (found !== undefined) return ok({ id: found.id, name: found.name })
      return fail(noProject(url, named, projects))
    } catch (error) {
      return fail(toAssayError(error, url))
    }
  }
}

function noProject(url: string, named: string | undefined, projects: readonly HubProject[]) {
  const names = projects.map(({ name }) => name)
  const nearest = named === undefined ? null : nearestWord(named, names)
  const known = names.length === 0 ? 'the key may see no project' : `known: ${names.slice(0, 8).join(', ')}`
  return createError('ASSAY-9003', {
    message:
      named === undefined
        ? 'It is not clear which project of the hub is meant'
        : `No project is called ${named}`,
    where: url,
    fix:
      nearest === null
        ? `add --hub-project NAME, or hub.project to assay.yaml; ${known}`
        : `did you mean ${nearest}?`,
  })
}

const requestTimeoutMs = 30_000

/** A hub that does not answer is one that is away. */
export const withTimeout = (signal?: AbortSignal, ms = requestTimeoutMs): AbortSignal =>
  signal === undefined ? AbortSignal.timeout(ms) : AbortSignal.any([signal, AbortSignal.timeout(ms)])
