import type { AccuracyCard, EvaluationConfiguration, JudgeCorrection, LabelOutcome } from '@assay/contracts'
import { ok, type Result, type RunReader } from '@assay/core'
import { chooseCard, loadAccuracyCards } from '@assay/core/accuracy'
import { correctJudgedRate, listDisagreements, readRunVerdicts } from '@assay/core/judging/calibration'
import type { FinishedRows } from '@assay/core/runs'
import type { Workspace } from '../workspace.ts'
import { readOwnCards } from './card-store.ts'
import { readRunLabels } from './measure-run.ts'
import { findAnswers } from './open-labelled-run.ts'

/** How far the judge of a run can be trusted, for whoever reads its report. */
export interface JudgeTrust {
  /** `null`: this judge is unmeasured in this version. */
  readonly card: AccuracyCard | null
  /** `null`: no answer was labelled. */
  readonly correction: JudgeCorrection | null
  /** Answers of this run on which people and judge differ. */
  readonly disagreements: readonly Disagreement[]
}

export interface Disagreement {
  readonly caseId: string
  readonly label: LabelOutcome
  readonly judge: string
  readonly note: string | null
}

export interface TrustRequest {
  readonly reader: RunReader
  readonly finished: FinishedRows
  readonly configuration: EvaluationConfiguration
  /** Label files beside that of the run. */
  readonly labels: readonly string[]
}

/**
 * The judge's card and what labels make of the run's rate. Verdicts are read only where there is a label; a damaged file of
 * cards, which `judge card` names, keeps no report from being read.
 */
export async function readJudgeTrust(
  workspace: Workspace,
  { reader, finished, configuration, labels: files }: TrustRequest,
): Promise<Result<JudgeTrust>> {
  const own = await readOwnCards(workspace)
  const { judge, target } = configuration
  const card = chooseCard({ own: own.ok ? own.value : [], shipped: await loadAccuracyCards() }, judge)
  const { answersId, labelFile } = await findAnswers(workspace, reader.manifest, configuration)
  const labels = await readRunLabels(workspace, [{ labelFile }], files)
  if (!labels.ok) return labels
  if (labels.value.length === 0) return ok({ card, correction: null, disagreements: [] })
  const verdicts = await readRunVerdicts(reader, finished)
  const byUnit = new Map(verdicts.map(({ unit, verdict }) => [unit, verdict]))
  const disagreements = listDisagreements(labels.value, ({ runId, unit }) =>
    runId === answersId ? (byUnit.get(unit) ?? null) : null,
  )
  return ok({
    card,
    correction: correctJudgedRate({ answersId, judge, target, verdicts }, labels.value),
    disagreements: disagreements.map(({ about, verdict }) => ({
      caseId: about.caseId,
      label: about.outcome,
      judge: (verdict.label ?? verdict.outcome).replaceAll('-', ' '),
      note: about.note ?? null,
    })),
  })
}
