import { createError, fail, ok, type Result, type UserCode } from '@assay/core'

type Environment = (name: string) => string | undefined

/**
 * A process that works for a hub (`ASSAY_BLOCK_PRIVATE_ADDRESSES`): people name its targets, so it may reach nothing but
 * public addresses, those in `ASSAY_ALLOW_ADDRESSES`, and the hub itself.
 */
export async function guardAddresses(env: Environment): Promise<void> {
  if (env('ASSAY_BLOCK_PRIVATE_ADDRESSES') !== '1') return
  const { createAddressPolicy, guardConnections } = await import('@assay/connectors/network')
  const allowed = (env('ASSAY_ALLOW_ADDRESSES') ?? '').split(',').filter((entry) => entry.trim() !== '')
  guardConnections({ policy: createAddressPolicy(allowed), also: hubPlace(env('ASSAY_HUB_URL')) })
}

function hubPlace(url: string | undefined): readonly string[] {
  if (url === undefined || !URL.canParse(url)) return []
  const { hostname, port, protocol } = new URL(url)
  return [`${hostname.replaceAll(/^\[|\]$/g, '')}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`]
}

/** Whether nothing that people name may run on this machine: a worker of a hub that does not allow local targets. */
export const isRemoteOnly = (env: Environment): boolean => env('ASSAY_REMOTE_ONLY') === '1'

/** Fails with ASSAY-9006 for a target that is a command, code or a file here. */
export function requireRemote(env: Environment, kind: string): Result<void> {
  if (!isRemoteOnly(env) || kind === 'openai' || kind === 'http') return ok(undefined)
  return fail(
    createError('ASSAY-9006', {
      message: `A target of kind ${kind} runs on the hub's own machine`,
      fix: 'evaluate it with the command line and --hub, or start the hub with --allow-local-targets',
    }),
  )
}

/** Webhooks alone: commands and functions are refused with ASSAY-7013. */
export function onlyWebhooks<T extends UserCode>(userCode: T): T {
  return {
    ...userCode,
    call: (request, signal) =>
      /^https?:\/\//.test(request.where)
        ? userCode.call(request, signal)
        : Promise.resolve(
            fail(
              createError('ASSAY-7013', {
                where: request.where,
                message: "A check with code or a command runs on the hub's own machine",
                fix: 'evaluate it with the command line and --hub, or start the hub with --allow-local-targets',
              }),
            ),
          ),
  }
}

/** What configurations may name: everything but the key of the hub, which no target is to be sent. */
export const withoutHubKey =
  (env: Environment, keyEnv: string): Environment =>
  (name) =>
    name === keyEnv || name === 'ASSAY_HUB_KEY' ? undefined : env(name)
