import type { HubSettings } from '../settings.ts'
import { isSecretName } from './secret-names.ts'

export interface ChildEnvironmentParts {
  readonly settings: Pick<HubSettings, 'allowAddresses' | 'allowLocalTargets' | 'workerEnvironment'>
  readonly hubUrl: string
  readonly projectId: string
  readonly runId: string
  readonly hubKey: string
  /** Of the project, by their names. */
  readonly secrets: Readonly<Record<string, string>>
}

/** Old space of V8, in megabytes; the whole process may take twice as much. */
export const heapMb = 1_024

/** Everything the process of an evaluation sees: nothing of the hub's own environment but what it was started with for this. */
export function childEnvironment(parts: ChildEnvironmentParts): Record<string, string> {
  const { settings, hubUrl, projectId, runId, hubKey, secrets } = parts
  const named = Object.entries(secrets).filter(([name]) => isSecretName(name))
  return {
    ...settings.workerEnvironment,
    ...Object.fromEntries(named),
    NODE_OPTIONS: `--max-old-space-size=${heapMb}`,
    NO_COLOR: '1',
    ASSAY_HUB_URL: hubUrl,
    ASSAY_HUB_PROJECT: projectId,
    ASSAY_HUB_KEY: hubKey,
    ASSAY_RUN_ID: runId,
    ASSAY_STOP_WITH_INPUT: '1',
    ASSAY_BLOCK_PRIVATE_ADDRESSES: '1',
    ASSAY_ALLOW_ADDRESSES: settings.allowAddresses.join(','),
    ...(settings.allowLocalTargets ? {} : { ASSAY_REMOTE_ONLY: '1' }),
  }
}
