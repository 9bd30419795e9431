import { isRemoteOnly, onlyWebhooks, requireRemote, withoutHubKey } from './compose-guard.ts'
import type { CommandContext } from './command.ts'
import type { Workspace } from './workspace.ts'

/** Targets and code that configurations name, within the bounds of whoever runs this process. */
export function targetAccess(
  { env }: Pick<CommandContext, 'env'>,
  { folder, configuration }: Pick<Workspace, 'folder' | 'configuration'>,
): Pick<Workspace, 'openTarget' | 'openUserCode'> {
  const named = withoutHubKey(env, configuration.hub?.keyEnv ?? 'ASSAY_HUB_KEY')
  return {
    openTarget: async (name, settings) => {
      const allowed = requireRemote(env, settings.kind)
      if (!allowed.ok) return allowed
      const { createTarget } = await import('@assay/connectors/targets')
      return createTarget(settings, { name, env: named, folder })
    },
    openUserCode: async () => {
      const { createUserCode } = await import('@assay/connectors/user-code')
      const userCode = createUserCode({ folder, env: named, processesPerFile: 2 })
      return isRemoteOnly(env) ? onlyWebhooks(userCode) : userCode
    },
  }
}
