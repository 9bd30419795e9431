import type { EvaluationConfiguration, RunManifest } from '@assay/contracts'
import { createError, fail, type KnowledgeBase, type Result, type RunStore } from '@assay/core'
import { createId } from '@assay/core/runs'
import type { GenerationOptions, GenerationOutcome } from '@assay/core/testsets'
import { assayVersion } from '../assay-version.ts'
import type { CommandContext } from '../command.ts'
import { chooseRunName } from '../evaluation/choose-run-name.ts'
import { trackRun } from '../progress.ts'
import type { Workspace } from '../workspace.ts'
import type { OpenedGenerator } from './open-generator.ts'

export interface GenerationRequest {
  readonly opened: OpenedGenerator
  readonly base: KnowledgeBase
  readonly options: GenerationOptions
  readonly limits: EvaluationConfiguration['limits']
  /** A run of this name goes on; absent: a new one with the next free name. */
  readonly name: string | undefined
  readonly useCache: boolean
}

export interface DoneGeneration {
  readonly name: string
  readonly outcome: GenerationOutcome
}

/** Makes or opens the run folder and does what is left of the generation. What cannot be planned leaves no folder. */
export async function runGeneration(
  workspace: Workspace,
  request: GenerationRequest,
  context: CommandContext,
): Promise<Result<DoneGeneration>> {
  const { opened, base, options, limits } = request
  const planned = opened.plan(options)
  if (!planned.ok) return planned
  const name = await chooseRunName(workspace, request.name, `generate-${opened.id}`)
  const manifest = createManifest(workspace, request, { name, command: context.commandLine })
  const store = await openRun(workspace, manifest)
  if (!store.ok) return store
  const tracker = trackRun(
    context,
    { doing: 'generating: steps', done: 'generation steps:' },
    limits.budgetUsd,
  )
  const documents = new Map(base.chunks.map(({ id, documentId }) => [id, documentId]))
  try {
    const outcome = await opened.generate({
      store: store.value,
      options,
      documentOf: (chunkId) => documents.get(chunkId) ?? chunkId,
      planHash: manifest.planHash,
      ports: { ...workspace, cache: request.useCache ? workspace.cache : null },
      settings: { concurrency: limits.concurrency, budget: budgetOf(limits) },
      interrupt: context.signal,
      // A generation of one step has nothing to count.
      onProgress: (progress) => progress.total > 1 && tracker.update(progress),
    })
    return outcome.ok ? { ok: true, value: { name, outcome: outcome.value } } : outcome
  } finally {
    tracker.end()
    await store.value.close()
  }
}

async function openRun({ runs }: Workspace, manifest: RunManifest): Promise<Result<RunStore>> {
  const earlier = await runs.read(manifest.name)
  if (!earlier.ok) return runs.create(manifest)
  if (earlier.value.manifest.kind !== 'generation')
    return fail(createError('ASSAY-6009', { where: manifest.name, fix: 'give the new run another --name' }))
  return runs.open(manifest.name)
}

function createManifest(
  { clock, random, hash }: Workspace,
  { opened, base, options, limits }: GenerationRequest,
  { name, command }: Pick<RunManifest, 'name'> & { readonly command: string },
): RunManifest {
  const knowledgeBase = { name: base.manifest.name, version: base.manifest.version }
  const plan = {
    generator: { id: opened.id, version: opened.version },
    models: opened.models,
    options,
    knowledgeBase,
  }
  return {
    schemaVersion: 1,
    id: createId(clock, random),
    name,
    kind: 'generation',
    createdAt: new Date(clock.now()).toISOString(),
    assayVersion: assayVersion(),
    seed: options.seed,
    planHash: hash(JSON.stringify(plan)).slice(0, 16),
    command,
    configuration: { ...plan, limits },
    environment: { node: process.version, platform: `${process.platform}-${process.arch}` },
  }
}

const budgetOf = ({ budgetUsd, budgetCalls, budgetTokens }: EvaluationConfiguration['limits']) => ({
  ...(budgetUsd === undefined ? {} : { usd: budgetUsd }),
  ...(budgetCalls === undefined ? {} : { calls: budgetCalls }),
  ...(budgetTokens === undefined ? {} : { tokens: budgetTokens }),
})
