import type { TargetConfiguration } from '@assay/contracts'
import type { Result, Target } from '@assay/core'
import type { TargetDependencies } from './target-dependencies.ts'

/**
 * Opens the system under test. Nothing is asked yet, but what can be checked is: files, templates, response paths and
 * secrets. What the kind needs is loaded with it, not what others need. Fails with ASSAY-4006, ASSAY-1005 or ASSAY-1006.
 */
export async function createTarget(
  configuration: TargetConfiguration,
  deps: TargetDependencies,
): Promise<Result<Target>> {
  switch (configuration.kind) {
    case 'openai':
      return (await import('./openai-target.ts')).createOpenAiTarget(configuration, deps)
    case 'http':
      return (await import('./http-target.ts')).createHttpTarget(configuration, deps)
    case 'module':
      return (await import('./module-target.ts')).createModuleTarget(configuration, deps)
    case 'python':
      return (await import('./python-target.ts')).createPythonTarget(configuration, deps)
    case 'command':
      return (await import('./command-target.ts')).createCommandTarget(configuration, deps)
    case 'recorded':
      return (await import('./recorded-target.ts')).createRecordedTarget(configuration, deps)
  }
}
