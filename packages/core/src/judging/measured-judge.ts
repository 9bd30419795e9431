import type { EvaluationSummary } from '@assay/contracts'
import { rulesJudgeMeasured } from './rules/measured.data.ts'
import { rulesVersion } from './rules/rules-version.ts'
import type { Judge } from './judge.ts'

/** What a judge is known to get wrong; `null`: nobody measured this judge in this version. */
export function measuredJudge({
  id,
  version,
}: Pick<Judge, 'id' | 'version'>): EvaluationSummary['judge']['measured'] {
  const [row] = rulesJudgeMeasured
  if (id !== 'rules' || version !== rulesVersion || row === undefined) return null
  const { truePositiveRate, trueNegativeRate, errorRate, on } = row
  return { n: errorRate.n, truePositiveRate, trueNegativeRate, errorRate, on }
}
