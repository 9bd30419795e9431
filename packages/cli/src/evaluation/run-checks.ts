import type { EvaluationConfiguration } from '@assay/contracts'
import type { Workspace } from '../workspace.ts'

/** The checks of a run, as its folder keeps them. */
export type RunChecks = Pick<EvaluationConfiguration, 'checks' | 'checkSets' | 'checkTemplates'>

export const noChecks: RunChecks = { checks: [], checkSets: {}, checkTemplates: {} }

export const pickChecks = ({ checks, checkSets, checkTemplates }: RunChecks): RunChecks => ({
  checks,
  checkSets,
  checkTemplates,
})

export const checksOf = ({ configuration }: Workspace): RunChecks => pickChecks(configuration)

export const hasChecks = ({ configuration }: Workspace): boolean => configuration.checks.length > 0
