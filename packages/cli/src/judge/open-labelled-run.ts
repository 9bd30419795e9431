import { join } from 'node:path'
import type { ContextRow, EvaluationConfiguration, RunManifest } from '@assay/contracts'
import { createError, fail, ok, type Result, type RunReader } from '@assay/core'
import { readJudgedAnswers, type JudgedAnswer } from '@assay/core/judging/calibration'
import { openFinishedRows } from '@assay/core/runs'
import { readEvaluationConfiguration } from '../evaluation/read-evaluation-configuration.ts'
import type { Workspace } from '../workspace.ts'

/** A run as those see it who label its answers or measure its judge. */
export interface LabelledRun {
  readonly manifest: RunManifest
  readonly configuration: EvaluationConfiguration
  readonly answers: readonly JudgedAnswer[]
  /** Passages by id: only who shows them needs them. */
  readonly readContexts: () => Promise<ReadonlyMap<string, ContextRow>>
  /** Of the run that asked the target, or of the file the answers came from: all that judge them again share their labels. */
  readonly answersId: string
  /** In the folder of that run, where there is one. */
  readonly labelFile: string
}

/** Where no judge looked at any answer, fails with what stopped it, or with ASSAY-7021 where nothing did. */
export async function openLabelledRun(workspace: Workspace, run: string): Promise<Result<LabelledRun>> {
  const reader = await workspace.runs.read(run)
  if (!reader.ok) return reader
  const { manifest } = reader.value
  const configuration = readEvaluationConfiguration(manifest)
  if (!configuration.ok) return configuration
  const answers = await readJudgedAnswers(reader.value, openFinishedRows(reader.value))
  if (answers.length === 0) return failUnjudged(reader.value)
  return ok({
    manifest,
    configuration: configuration.value,
    answers,
    readContexts: () => readContexts(reader.value),
    ...(await findAnswers(workspace, manifest, configuration.value)),
  })
}

async function readContexts(run: RunReader): Promise<ReadonlyMap<string, ContextRow>> {
  const contexts = new Map<string, ContextRow>()
  for await (const context of run.rows('contexts')) contexts.set(context.id, context)
  return contexts
}

async function failUnjudged(run: RunReader): Promise<Result<never>> {
  const { name } = run.manifest
  for await (const { error } of run.rows('units'))
    if (error !== undefined) return fail({ ...error, so: `no answer of ${name} was judged` })
  return fail(
    createError('ASSAY-7021', {
      where: name,
      message: 'No judge looked at an answer of this run',
      fix: `judge its answers: assay eval score ${name} --judge JUDGE`,
    }),
  )
}

type AnswerSource = Pick<LabelledRun, 'answersId' | 'labelFile'>

/** The run that asked the target, and the labels in its folder; where it is gone, its name and the labels of this run. */
export async function findAnswers(
  workspace: Workspace,
  manifest: RunManifest,
  { answersOf }: EvaluationConfiguration,
): Promise<AnswerSource> {
  const labelFile = join(workspace.runFolder(manifest.name), 'labels.jsonl')
  if (answersOf === undefined) return { answersId: manifest.id, labelFile }
  const earlier = await workspace.runs.read(answersOf)
  if (!earlier.ok) return { answersId: answersOf, labelFile }
  const configuration = readEvaluationConfiguration(earlier.value.manifest)
  return configuration.ok
    ? findAnswers(workspace, earlier.value.manifest, configuration.value)
    : { answersId: answersOf, labelFile }
}
