import type { annotationEndpoints } from '@assay/contracts/hub'
import { must, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  insertFinding,
  listFindings,
  readEvaluation,
  readFinding,
  updateFinding,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { computeFigures } from '../evaluations/figures/figures.ts'
import { requirePeople } from '../annotations/require-people.ts'
import { keepFindings } from '../findings/keep-findings.ts'
import { actorOf, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

type FindingEndpoint = Extract<
  keyof typeof annotationEndpoints,
  'listFindings' | 'getFinding' | 'createFinding' | 'changeFinding' | 'importFindings'
>

export const findingHandlers: Handlers<FindingEndpoint> = {
  listFindings: ({ params, query }, { control }) => listFindings(control, { ...query, ...params }),
  async getFinding({ params }, { control }) {
    const finding = await readFinding(control, params.projectId, params.findingId)
    return finding === null ? notThere(params.findingId) : ok(finding)
  },
  async createFinding({ params, body }, context) {
    const { hub, control, at } = context
    const { projectId } = params
    const evaluation = await requireEvaluation(control, projectId, body.evaluationId)
    if (!evaluation.ok) return evaluation
    const { id: reference } = actorOf(context)
    const found = {
      ...body,
      source: { kind: 'person' as const, reference },
      evidence: [],
      attempts: null,
      fingerprint: null,
    }
    const id = createId(hub.clock, hub.random)
    const finding = must(await insertFinding(control, { id, projectId, found, at }), `finding ${id}`)
    context.audit({ kind: 'finding', id: finding.id, name: finding.title, after: finding })
    context.afterCommit(() => hub.events.publish(projectId, { kind: 'finding', id: finding.id }))
    return ok(finding)
  },
  async changeFinding({ params, body }, context) {
    const { hub, control, at, revision } = context
    const { projectId, findingId } = params
    const before = await readFinding(control, projectId, findingId)
    if (before === null) return notThere(findingId)
    if (typeof body.ownerId === 'string') {
      const ids = [body.ownerId]
      const owner = await requirePeople(control, { projectId, ids, where: 'ownerId', right: 'read' })
      if (!owner.ok) return owner
    }
    const changed = await updateFinding(control, { before, revision: revision ?? 0, at, values: body })
    if (!changed.ok) return changed
    context.audit({ kind: 'finding', id: findingId, name: before.title, before, after: changed.value })
    context.afterCommit(() => hub.events.publish(projectId, { kind: 'finding', id: findingId }))
    return changed
  },
  async importFindings({ params: { projectId }, body }, context) {
    const { hub, control, at } = context
    const read = await computeFigures('readFindings', body, {})
    if (!read.ok) return read
    const { findings, skipped } = read.value
    const kept = await keepFindings({ ...hub, control }, { projectId, findings, at })
    context.audit({
      kind: 'finding',
      id: projectId,
      name: body.name,
      after: {
        format: body.format,
        added: kept.added.length,
        updated: kept.updated.length,
        skipped: skipped.length,
      },
    })
    context.afterCommit(() => {
      for (const id of [...kept.added, ...kept.updated])
        hub.events.publish(projectId, { kind: 'finding', id })
    })
    return ok({ added: kept.added.length, updated: kept.updated.length, skipped: [...skipped] })
  },
}

async function requireEvaluation(
  control: ControlDatabase,
  projectId: string,
  id: string | null,
): Promise<Result<void>> {
  if (id === null) return ok(undefined)
  const evaluation = await readEvaluation(control, id)
  return evaluation?.projectId === projectId ? ok(undefined) : notThere(id)
}
