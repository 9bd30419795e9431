import type { AssayError, ContextRow, EvaluationConfiguration, RunManifest, TestCase } from '@assay/contracts'
import { fail, ok, type Result, type RunStore } from '@assay/core'
import { formatTestSet } from '@assay/core/testsets'
import { createId } from '@assay/core/runs'
import { assayVersion } from '../assay-version.ts'
import type { Workspace } from '../workspace.ts'

export interface NewEvaluation {
  readonly name: string
  readonly cases: readonly TestCase[]
  readonly contexts: readonly ContextRow[]
  readonly configuration: EvaluationConfiguration
  readonly seed: string | number
  readonly command: string
}

/** Makes the run folder and writes the cases and passages into it, before anything is asked. */
export async function createEvaluationRun(
  workspace: Workspace,
  evaluation: NewEvaluation,
): Promise<Result<RunStore>> {
  const store = await workspace.runs.create(createManifest(workspace, evaluation))
  if (!store.ok) return store.error.code === 'ASSAY-6009' ? fail(nameIsTaken(store.error, evaluation)) : store
  await Promise.all(evaluation.contexts.map((row) => store.value.append('contexts', row)))
  await Promise.all(evaluation.cases.map((row) => store.value.append('cases', row)))
  return ok(store.value)
}

const nameIsTaken = (error: AssayError, { name }: NewEvaluation): AssayError => ({
  ...error,
  fix: `assay eval resume ${name} goes on with it; --name gives the new run another name`,
})

function createManifest({ clock, random, hash }: Workspace, evaluation: NewEvaluation): RunManifest {
  const { name, configuration, cases, seed, command } = evaluation
  return {
    schemaVersion: 1,
    id: createId(clock, random),
    name,
    kind: 'evaluation',
    createdAt: new Date(clock.now()).toISOString(),
    assayVersion: assayVersion(),
    seed,
    planHash: evaluationPlanHash(hash, configuration, cases),
    command,
    configuration,
    environment: { node: process.version, platform: `${process.platform}-${process.arch}` },
  }
}

/** All that decides which questions are put to whom and how they are judged: a run goes on only under the same. */
export function evaluationPlanHash(
  hash: Workspace['hash'],
  configuration: EvaluationConfiguration,
  cases: readonly TestCase[],
): string {
  const { target, judge, repeats, retrievalDepth, checks, checkSets, checkTemplates } = configuration
  const { knowledgeBase, description, instructions } = configuration
  const judged = [judge, retrievalDepth, checks, checkSets, checkTemplates, description, instructions]
  return hash(JSON.stringify([target, repeats, judged, knowledgeBase, formatTestSet(cases)])).slice(0, 16)
}
