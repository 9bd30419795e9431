import {
  evaluationConfigurationSchema,
  type EvaluationConfiguration,
  type RunManifest,
} from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'

/** Fails with ASSAY-6004 where the run is something else, such as a generation. */
export function readEvaluationConfiguration(manifest: RunManifest): Result<EvaluationConfiguration> {
  const configuration = evaluationConfigurationSchema.safeParse(manifest.configuration)
  if (configuration.success) return ok(configuration.data)
  return fail(
    createError('ASSAY-6004', {
      where: manifest.name,
      message: 'This run is not an evaluation',
      fix: 'assay eval show lists the evaluations; what made another run goes on with it',
    }),
  )
}
