import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createError, fail, ok, type Result } from '@assay/core'
import { assayVersion } from './assay-version.ts'
import type { CommandContext } from './command.ts'

export interface ServeOptions {
  readonly data: string | undefined
  readonly host: string | undefined
  readonly port: number | undefined
  readonly publicUrl: string | undefined
  readonly postgresUrl: string | undefined
  readonly clickhouseUrl: string | undefined
  readonly workers: number | undefined
  readonly allowLocalTargets: boolean
  readonly allowAddress: readonly string[] | undefined
  readonly trustedProxy: readonly string[] | undefined
  readonly withoutPages: boolean
  /** Minutes without a request. */
  readonly stopWhenIdle: number | undefined
}

export interface ServedHub {
  readonly url: string
  /** Where the first person is made; `null`: there is one. */
  readonly setupUrl: string | null
  /** For people: "PGlite, chdb". */
  readonly engines: string
  readonly dataFolder: string
  /** Resolves when nobody asked for as long as `stopWhenIdle` says. */
  readonly idle: Promise<void>
  makeServiceKey(name: string): Promise<string>
  recoverOwner(email: string): Promise<Result<string>>
  close(): Promise<void>
}

/** Starts the hub of the optional packages `@assay/server` and `@assay/web`. */
export async function serveHub(
  options: ServeOptions,
  { cwd, env }: Pick<CommandContext, 'cwd' | 'env'>,
  onProgress: (step: string) => void,
): Promise<Result<ServedHub>> {
  const server = await importOptional(() => import('@assay/server'))
  if (server === null) return fail(createError('ASSAY-9020'))
  const oidc = readOidc(env('ASSAY_OIDC'))
  if (!oidc.ok) return oidc
  const addresses = await readAddresses(options, env)
  if (!addresses.ok) return addresses
  const pages = options.withoutPages ? null : await importOptional(() => import('@assay/web'))
  const dataFolder = resolve(cwd, options.data ?? env('ASSAY_HUB_DATA') ?? '.assay/hub')
  const started = await server.startHub(
    {
      dataFolder,
      host: options.host ?? '127.0.0.1',
      port: options.port ?? 7777,
      publicUrl: options.publicUrl ?? env('ASSAY_PUBLIC_URL') ?? null,
      postgresUrl: options.postgresUrl ?? env('ASSAY_POSTGRES_URL') ?? null,
      clickhouseUrl: options.clickhouseUrl ?? env('ASSAY_CLICKHOUSE_URL') ?? null,
      secretKey: env('ASSAY_SECRET_KEY') ?? null,
      allowLocalTargets: options.allowLocalTargets,
      ...addresses.value,
      workers: options.workers ?? 1,
      workerEnvironment: pickVariables(env),
      command: commandOfThisProcess(),
      pagesFolder: pages === null ? null : await pages.pagesFolder(onProgress),
      oidc: oidc.value,
      smtpUrl: env('ASSAY_SMTP_URL') ?? null,
      stopWhenIdleMinutes: options.stopWhenIdle ?? null,
      version: assayVersion(),
    },
    onProgress,
  )
  return started.ok ? ok({ ...started.value, dataFolder }) : started
}

/** Fails with ASSAY-1001 for what is neither a network nor, of those allowed, a host: the hub would hold it for nothing. */
async function readAddresses(
  { allowAddress = [], trustedProxy }: Pick<ServeOptions, 'allowAddress' | 'trustedProxy'>,
  env: CommandContext['env'],
): Promise<
  Result<{ readonly allowAddresses: readonly string[]; readonly trustedProxies: readonly string[] }>
> {
  const { isNetworkOrHost, parseNetwork } = await import('@assay/connectors/network')
  const proxies =
    trustedProxy ?? (env('ASSAY_TRUSTED_PROXIES') ?? '').split(',').filter((text) => text.trim() !== '')
  const wrong =
    allowAddress.filter((text) => !isNetworkOrHost(text)).map((text) => `--allow-address ${text}`)[0] ??
    proxies.filter((text) => parseNetwork(text) === null).map((text) => `--trusted-proxy ${text}`)[0]
  return wrong === undefined
    ? ok({ allowAddresses: allowAddress, trustedProxies: proxies })
    : fail(
        createError('ASSAY-1001', {
          message: `${wrong} is no address`,
          fix: wrong.startsWith('--allow')
            ? 'give a host such as models.example, an IP address or a network such as 10.0.0.0/8, without scheme and port'
            : 'give an IP address or a network such as 10.0.0.0/8',
        }),
      )
}

/** What a worker's process needs to find programs, certificates and models; none of these holds a secret. */
const workerVariables = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'SystemRoot',
  'LANG',
  'TZ',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'ASSAY_MODELS',
]

const pickVariables = (env: CommandContext['env']): Record<string, string> =>
  Object.fromEntries(
    workerVariables.flatMap((name) => {
      const value = env(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )

/**
 * Opens a hub in this process, without pages and workers, lets `fill` write into it with a key of its own, and closes it.
 * Fails with ASSAY-9010 where it runs already.
 */
export async function fillHub<T>(
  data: string,
  context: Pick<CommandContext, 'cwd' | 'env'>,
  fill: (access: { readonly url: string; readonly key: string }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const served = await serveHub({ ...quietOptions, data }, context, () => {})
  if (!served.ok) return served
  try {
    return await fill({ url: served.value.url, key: await served.value.makeServiceKey('assay demo') })
  } finally {
    await served.value.close()
  }
}

const quietOptions: ServeOptions = {
  data: undefined,
  host: undefined,
  port: 0,
  publicUrl: undefined,
  postgresUrl: undefined,
  clickhouseUrl: undefined,
  workers: 0,
  allowLocalTargets: true,
  allowAddress: undefined,
  trustedProxy: undefined,
  withoutPages: true,
  stopWhenIdle: undefined,
}

/** Starts the command line again: program and arguments before the command. */
export const commandOfThisProcess = (): readonly string[] => [
  process.execPath,
  fileURLToPath(new URL(`./main${entryEnding}`, import.meta.url)),
]

/** This file is `.ts` in a checkout and `.js` in the published package. */
const entryEnding = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/** `ASSAY_OIDC`: a JSON list of { id, name, issuer, clientId, clientSecret }. */
function readOidc(
  text: string | undefined,
): Result<{ id: string; name: string; issuer: string; clientId: string; clientSecret: string }[]> {
  if (text === undefined || text.trim() === '') return ok([])
  const wrong = fail(
    createError('ASSAY-1002', {
      message: 'ASSAY_OIDC could not be read',
      where: 'environment',
      fix: 'a JSON list of { "id", "name", "issuer", "clientId", "clientSecret" }',
    }),
  )
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every(isProvider) ? ok(list) : wrong
  } catch {
    return wrong
  }
}

const isProvider = (
  value: unknown,
): value is { id: string; name: string; issuer: string; clientId: string; clientSecret: string } =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'name', 'issuer', 'clientId', 'clientSecret'].every(
    (key) => typeof Reflect.get(value, key) === 'string',
  )

export async function importOptional<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load()
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}
