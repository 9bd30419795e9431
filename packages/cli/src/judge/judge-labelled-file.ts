import { basename, extname } from 'node:path'
import { createError, fail, ok, type Result, type Target } from '@assay/core'
import { describeQueued, toLabel } from '@assay/core/judging/calibration'
import type { CommandContext, OptionsOf } from '../command.ts'
import { limitsOf, type limitOptions } from '../evaluation/evaluation-options.ts'
import { evaluateOrGoOn } from '../evaluation/evaluate-or-go-on.ts'
import { openJudge } from '../evaluation/open-judge.ts'
import { noChecks } from '../evaluation/run-checks.ts'
import { createStamp } from '../testset/review-stamp.ts'
import type { Workspace } from '../workspace.ts'
import { openLabelFile } from './label-file.ts'
import { openLabelledRun, type LabelledRun } from './open-labelled-run.ts'
import { readLabelledCases, type LabelledCase } from './read-labelled-cases.ts'

/** A panel's id can be longer than a folder's name may be. */
const idShown = 60

export interface LabelledFileRequest {
  readonly file: string
  /** Column of what a person said. */
  readonly column: string
  /** `rules`, or provider:model. */
  readonly judge: string
  readonly limits: OptionsOf<typeof limitOptions>
}

/**
 * Lets a judge judge the answers of a labelled file, as a run of its own: it can be stopped and taken up, and the same
 * file under the same judge is judged once. Gives the name of the run; its labels lie in its folder.
 */
export async function judgeLabelledFile(
  workspace: Workspace,
  { file, column, judge: judgeId, limits }: LabelledFileRequest,
  context: CommandContext,
): Promise<Result<string>> {
  const cases = await readLabelledCases(workspace, { file, column }, context)
  if (!cases.ok) return cases
  const judge = await openJudge(workspace, judgeId, { batch: limits.batch })
  if (!judge.ok) return judge
  if (judge.value.judge === null)
    return fail(createError('ASSAY-7004', { where: judgeId, message: 'There is no judge to measure' }))
  const { id, version } = judge.value.judge
  const hash = workspace.hash(JSON.stringify(cases.value)).slice(0, 16)
  const stem = basename(file, extname(file))
  const name =
    `${stem}-${id.slice(0, idShown)}-${workspace.hash(`${hash} ${id} ${version}`).slice(0, 6)}`.replaceAll(
      /[^\p{L}\p{N}._-]+/gu,
      '-',
    )
  const done = await evaluateOrGoOn(
    workspace,
    {
      name,
      cases: cases.value.map(({ testCase }) => testCase),
      testSet: { name: file, hash, stale: 0 },
      contexts: [],
      knowledgeBase: null,
      target: answersAsTarget(stem, cases.value),
      judge: judge.value,
      checks: noChecks,
      repeats: 1,
      retrievalDepth: 1,
      seed: 1,
      gates: [],
      limits: limitsOf(workspace, limits),
      batch: limits.batch,
      // Names the answers, so that other judges of the same file share their labels.
      answersOf: `${stem} ${hash}`,
      useCache: !limits.noCache,
    },
    context,
  )
  if (!done.ok) return done
  const reason = done.value?.reason ?? null
  if (reason !== null) return fail({ ...reason, fix: `go on with: ${context.commandLine}` })
  const run = await openLabelledRun(workspace, name)
  if (!run.ok) {
    // Nothing is in it but what went wrong: the next call asks the judge again.
    await workspace.removeRun(name)
    return fail({ ...run.error, so: 'no answer of the file was judged' })
  }
  const labelled = await writeLabels(workspace, run.value, cases.value, context)
  return labelled.ok ? ok(name) : labelled
}

const answersAsTarget = (name: string, cases: readonly LabelledCase[]): Target => {
  const answers = new Map(cases.map(({ testCase, answer }) => [testCase.id, answer]))
  return {
    name,
    kind: 'recorded',
    version: null,
    ask: ({ caseId }) => Promise.resolve(ok({ text: answers.get(caseId) ?? '', latencyMs: 0 })),
    close: () => Promise.resolve(),
  }
}

/** Every row of the file was labelled, so each stands for itself. Answers that have their label keep it. */
async function writeLabels(
  workspace: Workspace,
  run: LabelledRun,
  cases: readonly LabelledCase[],
  context: CommandContext,
): Promise<Result<void>> {
  const file = await openLabelFile(workspace, run.labelFile)
  if (!file.ok) return file
  const done = new Set(file.value.labels().map(({ unit }) => unit))
  const stamp = createStamp(workspace, context, undefined)
  const about = { answersId: run.answersId, ...run.configuration }
  const given = new Map(cases.map((each) => [each.testCase.id, each]))
  for (const answer of run.answers) {
    const labelled = given.get(answer.testCase.id)
    if (labelled === undefined || done.has(answer.unit)) continue
    const drawn = { unit: answer.unit, drawnBy: 'random', stratum: 'plain', inclusionProbability: 1 } as const
    const label = toLabel(
      describeQueued(about, { ...answer, drawn }),
      { outcome: labelled.outcome, note: '' },
      { labeller: labelled.labeller ?? stamp.by, at: stamp.at, guidelineVersion: 'of the file' },
    )
    const written = await file.value.append(label)
    if (!written.ok) return written
  }
  return ok(undefined)
}
