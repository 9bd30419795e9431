import { targetConfigurationSchema, type TargetConfiguration } from '@assay/contracts'

export interface MappedProvider {
  readonly settings: TargetConfiguration
  /** Keys of the provider's `config` that were read. */
  readonly read: readonly string[]
}

/** A target of Assay's, or why the settings make none. */
export function readTarget(value: unknown, read: readonly string[]): MappedProvider | string {
  const parsed = targetConfigurationSchema.safeParse(value)
  return parsed.success
    ? { settings: parsed.data, read }
    : (parsed.error.issues[0]?.message ?? 'it could not be read')
}

/** The first key that is of another type than expected, such as a number that stands as a template. */
export const describeIssue = (issues: readonly { path: readonly PropertyKey[]; message: string }[]): string =>
  `its config.${issues[0]?.path.join('.') ?? ''} could not be read: ${issues[0]?.message ?? ''}`
