import type {
  DocumentBody,
  Evaluation,
  EndpointRequest,
  evaluationEndpoints,
  HubDocument,
} from '@assay/contracts/hub'
import { targetBodySchema } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  createRunTables,
  insertEvaluation,
  listAllDocuments,
  readDocument,
  readDocumentVersion,
  readTestSet,
  type ControlDatabase,
  type EvaluationPin,
  type PinnedVersion,
  type WorkOrder,
} from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'

export type EvaluationRequest = EndpointRequest<(typeof evaluationEndpoints)['startEvaluation']>['body']

export interface MakingParts extends Pick<Hub, 'clock' | 'random'> {
  /** A transaction. */
  readonly control: ControlDatabase
  readonly settings: Pick<Hub['settings'], 'allowLocalTargets'>
}

export interface AskedEvaluation {
  readonly projectId: string
  readonly request: EvaluationRequest
  /** Id of the person it is made for. */
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly scheduleId: string | null
}

/**
 * Makes a queued evaluation with the exact versions it is to use, of gates and a judge that can be read. Whoever calls queues
 * it once the transaction holds. Fails with ASSAY-9003 where something named is not there, ASSAY-9006 where it cannot be
 * evaluated.
 */
export async function makeEvaluation(
  parts: MakingParts,
  asked: AskedEvaluation,
): Promise<Result<Evaluation>> {
  const { control } = parts
  const { projectId, request } = asked
  const target = await readTarget(parts, projectId, request)
  if (!target.ok) return target
  const sets = await readSets(control, projectId, request.testSetIds)
  if (!sets.ok) return sets
  const checks = await readAll(request.checkIds, (id) => readOf(control, projectId, { id, kind: 'check' }))
  if (!checks.ok) return checks
  const pins = [...target.value.pins, ...sets.value.pins, ...checks.value.map(toPin)]
  const { document, version } = target.value
  const cases = Math.min(sets.value.cases, request.limit ?? Infinity)
  const id = createId(parts.clock, parts.random)
  const evaluation = await insertEvaluation(control, {
    id,
    projectId,
    name: request.name ?? `${document.name.slice(0, 100)} ${version}`,
    origin: 'hub',
    status: 'queued',
    target: { name: document.name, version: String(version) },
    testSet: { name: sets.value.name, hash: null, cases },
    judge: { id: request.judge, version: null },
    checks: checks.value.map(({ name }) => name),
    repeats: request.repeats,
    workOrder: toOrder(request, { id: document.id, version }, pins),
    manifest: null,
    pins,
    scheduleId: asked.scheduleId,
    by: asked.by,
    at: asked.at,
    startedAt: null,
  })
  await createRunTables(control, id)
  return ok(evaluation)
}

const toOrder = (
  request: EvaluationRequest,
  target: PinnedVersion,
  pins: readonly EvaluationPin[],
): WorkOrder => ({
  target,
  testSets: versionsOf(pins, 'test-set'),
  tags: request.tags,
  checks: versionsOf(pins, 'check'),
  judge: request.judge,
  repeats: request.repeats,
  gates: request.gates,
  budgetUsd: request.budgetUsd,
  limit: request.limit ?? null,
  answersOf: null,
})

const versionsOf = (pins: readonly EvaluationPin[], kind: EvaluationPin['kind']): readonly PinnedVersion[] =>
  pins.filter((pin) => pin.kind === kind).map(({ id, version }) => ({ id, version }))

interface PinnedTarget {
  readonly document: HubDocument
  readonly version: number
  /** Itself, and what its version names: model, prompt, knowledge base. */
  readonly pins: readonly EvaluationPin[]
}

async function readTarget(
  { control, settings }: MakingParts,
  projectId: string,
  { targetId, targetVersion }: EvaluationRequest,
): Promise<Result<PinnedTarget>> {
  const document = await readOf(control, projectId, { id: targetId, kind: 'target' })
  if (!document.ok) return document
  const version = targetVersion ?? document.value.version
  const stored = await readDocumentVersion(control, targetId, version)
  if (stored === null)
    return fail(createError('ASSAY-9003', { where: `version ${version} of ${document.value.name}` }))
  const body = targetBodySchema.parse(stored.body)
  if (!settings.allowLocalTargets && !remoteKinds.includes(body.connection.kind))
    return fail(
      createError('ASSAY-9006', {
        message: `A target of kind ${body.connection.kind} runs on the hub's own machine`,
        where: 'targetId',
        fix: 'evaluate it with the command line and --hub, or start the hub with --allow-local-targets',
      }),
    )
  const pins = [{ ...toPin(document.value), version }, ...(await namedBy(control, projectId, body))]
  return ok({ document: document.value, version, pins })
}

/** Nothing of these runs on the hub's machine. */
const remoteKinds: readonly string[] = ['openai', 'http']

async function namedBy(
  control: ControlDatabase,
  projectId: string,
  { model, prompt, knowledgeBase }: DocumentBody<'target'>,
): Promise<readonly EvaluationPin[]> {
  const models = model === null ? [] : await listAllDocuments(control, projectId, 'model')
  const pins: EvaluationPin[] = models
    .filter(({ name }) => name === model)
    .map(({ id, name, version }) => ({ kind: 'model', id, name, version }))
  for (const [kind, named] of [
    ['prompt', prompt],
    ['knowledge-base', knowledgeBase],
  ] as const) {
    const document = named === null ? null : await readDocument(control, projectId, named.id)
    if (document !== null && named !== null) pins.push({ kind, ...named, name: document.name })
  }
  return pins
}

interface PinnedSets {
  readonly name: string
  readonly cases: number
  readonly pins: readonly EvaluationPin[]
}

async function readSets(
  control: ControlDatabase,
  projectId: string,
  ids: readonly string[],
): Promise<Result<PinnedSets>> {
  const sets = await readAll(ids, async (id) => {
    const set = await readTestSet(control, projectId, id)
    return set === null || set.archivedAt !== null
      ? fail(createError('ASSAY-9003', { where: `test set ${id}` }))
      : ok(set)
  })
  if (!sets.ok) return sets
  const cases = sets.value.reduce((sum, set) => sum + set.cases.active, 0)
  if (cases === 0)
    return fail(
      createError('ASSAY-9006', {
        message: 'No case of the test set is active',
        where: 'testSetIds',
        fix: 'set its drafts active, or name another test set',
      }),
    )
  return ok({
    name: sets.value.map(({ name }) => name).join(', '),
    cases,
    pins: sets.value.map(({ id, name, version }) => ({ kind: 'test-set', id, name, version })),
  })
}

async function readOf<K extends 'target' | 'check'>(
  control: ControlDatabase,
  projectId: string,
  { id, kind }: { readonly id: string; readonly kind: K },
): Promise<Result<HubDocument & { readonly kind: K }>> {
  const document = await readDocument(control, projectId, id)
  return document !== null && document.archivedAt === null && isOf(document, kind)
    ? ok(document)
    : fail(createError('ASSAY-9003', { where: `${kind} ${id}` }))
}

const isOf = <K extends HubDocument['kind']>(
  document: HubDocument,
  kind: K,
): document is HubDocument & { readonly kind: K } => document.kind === kind

/** Each once, in the order they were named first. */
async function readAll<T>(
  ids: readonly string[],
  read: (id: string) => Promise<Result<T>>,
): Promise<Result<readonly T[]>> {
  const found: T[] = []
  for (const id of new Set(ids.map((each) => each.toLowerCase()))) {
    const one = await read(id)
    if (!one.ok) return one
    found.push(one.value)
  }
  return ok(found)
}

const toPin = ({
  kind,
  id,
  name,
  version,
}: HubDocument & { readonly kind: 'target' | 'check' }): EvaluationPin => ({ kind, id, name, version })
