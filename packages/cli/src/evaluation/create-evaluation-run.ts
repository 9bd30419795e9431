import type { AssayError, ContextRow, EvaluationConfiguration, RunManifest } from '@assay/contracts'
import { fail, ok, type Result, type RunStore, type RunTables } from '@assay/core'
import { formatTestSet, type TestCases } from '@assay/core/testsets/format'
import { assayVersion } from '../assay-version.ts'
import type { Workspace } from '../workspace.ts'

export interface NewEvaluation {
  readonly name: string
  readonly cases: TestCases
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
  await appendAll(store.value, 'contexts', evaluation.contexts)
  await appendAll(store.value, 'cases', evaluation.cases)
  return ok(store.value)
}

async function appendAll<T extends 'contexts' | 'cases'>(
  store: RunStore,
  table: T,
  rows: Iterable<RunTables[T]>,
): Promise<void> {
  const waiting: Promise<void>[] = []
  for (const row of rows) {
    waiting.push(store.append(table, row))
    if (waiting.length === 1000) await Promise.all(waiting.splice(0))
  }
  await Promise.all(waiting)
}

const nameIsTaken = (error: AssayError, { name }: NewEvaluation): AssayError => ({
  ...error,
  fix: `assay eval resume ${name} goes on with it; --name gives the new run another name`,
})

function createManifest(workspace: Workspace, evaluation: NewEvaluation): RunManifest {
  const { name, configuration, cases, seed, command } = evaluation
  return {
    schemaVersion: 1,
    id: workspace.newRunId(),
    name,
    kind: 'evaluation',
    createdAt: new Date(workspace.clock.now()).toISOString(),
    assayVersion: assayVersion(),
    seed,
    planHash: evaluationPlanHash(workspace.hash, configuration, cases),
    command,
    configuration,
    environment: { node: process.version, platform: `${process.platform}-${process.arch}` },
  }
}

/** All that decides which questions are put to whom and how they are judged: a run goes on only under the same. */
export function evaluationPlanHash(
  hash: Workspace['hash'],
  configuration: EvaluationConfiguration,
  cases: TestCases,
): string {
  const { target, judge, repeats, retrievalDepth, checks, checkSets, checkTemplates } = configuration
  const { knowledgeBase, description, instructions } = configuration
  const judged = [judge, retrievalDepth, checks, checkSets, checkTemplates, description, instructions]
  const asked = hash(formatTestSet(cases))
  return hash(JSON.stringify([target, repeats, judged, knowledgeBase, asked])).slice(0, 16)
}
