import { evaluationConfigurationSchema, type EvaluationConfiguration } from '@assay/contracts'
import {
  findEvaluationByName,
  readEvaluationRun,
  type ControlDatabase,
  type EvaluationRun,
} from '@assay/storage/postgres'

/** What labels of an evaluation's answers rest on. */
export interface LabelledEvaluation {
  readonly run: EvaluationRun
  readonly configuration: EvaluationConfiguration
  /** Id of the run that asked the target: all that judge its answers again share its labels. */
  readonly answersId: string
}

/** `null`: there is no such evaluation, or nothing of it came yet. */
export async function readLabelledEvaluation(
  control: ControlDatabase,
  evaluationId: string,
): Promise<LabelledEvaluation | null> {
  const run = await readEvaluationRun(control, evaluationId)
  const configuration = run === null ? null : configurationOf(run)
  if (run === null || configuration === null) return null
  return { run, configuration, answersId: await findAnswersId(control, run, configuration) }
}

const configurationOf = ({ manifest }: EvaluationRun): EvaluationConfiguration | null =>
  evaluationConfigurationSchema.safeParse(manifest?.configuration).data ?? null

/** Answers that were judged again may have been judged again before. */
const maxSteps = 20

async function findAnswersId(
  control: ControlDatabase,
  first: EvaluationRun,
  firstConfiguration: EvaluationConfiguration,
): Promise<string> {
  let [run, configuration] = [first, firstConfiguration]
  for (let step = 0; step < maxSteps; step += 1) {
    const name = configuration.answersOf
    if (name === undefined) return run.manifest?.id ?? run.id
    const earlierId =
      run.workOrder?.answersOf ?? (await findEvaluationByName(control, { projectId: run.projectId, name }))
    const earlier = earlierId === null ? null : await readEvaluationRun(control, earlierId)
    const earlierConfiguration = earlier === null ? null : configurationOf(earlier)
    if (earlier === null || earlierConfiguration === null) return name
    ;[run, configuration] = [earlier, earlierConfiguration]
  }
  return run.id
}
