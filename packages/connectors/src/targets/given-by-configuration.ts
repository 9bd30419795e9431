import type { TargetConfiguration } from '@assay/contracts'

/** What a target is asked with beside the question: keys that are not configured are left out. */
export function givenByConfiguration({ prompt, parameters }: TargetConfiguration): {
  readonly prompt?: string
  readonly parameters?: Readonly<Record<string, string | number | boolean>>
} {
  return {
    ...(prompt === undefined ? {} : { prompt }),
    ...(parameters === undefined ? {} : { parameters }),
  }
}
