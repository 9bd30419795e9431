import type { TargetConfiguration } from '@assay/contracts'
import type { Result, Target } from '@assay/core'
import { createCommandTarget } from './command-target.ts'
import { createHttpTarget } from './http-target.ts'
import { createModuleTarget } from './module-target.ts'
import { createOpenAiTarget } from './openai-target.ts'
import { createPythonTarget } from './python-target.ts'
import { createRecordedTarget } from './recorded-target.ts'
import type { TargetDependencies } from './target-dependencies.ts'

/**
 * Opens the system under test. Nothing is asked yet, but what can be checked is: files, templates, response paths and
 * secrets. Fails with ASSAY-4006, ASSAY-1005 or ASSAY-1006.
 */
export async function createTarget(
  configuration: TargetConfiguration,
  deps: TargetDependencies,
): Promise<Result<Target>> {
  switch (configuration.kind) {
    case 'openai':
      return createOpenAiTarget(configuration, deps)
    case 'http':
      return createHttpTarget(configuration, deps)
    case 'module':
      return createModuleTarget(configuration, deps)
    case 'python':
      return createPythonTarget(configuration, deps)
    case 'command':
      return createCommandTarget(configuration, deps)
    case 'recorded':
      return createRecordedTarget(configuration, deps)
  }
}
