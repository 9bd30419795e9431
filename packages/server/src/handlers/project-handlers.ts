import type { projectEndpoints } from '@assay/contracts/hub'
import { ok } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  insertProject,
  listProjects,
  lockUntilCommit,
  readPerson,
  readProject,
  updateProject,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { actorOf, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { mayGive, moreThanHeld } from '../http/authorize.ts'
import { InvalidRequest } from '../http/read-request.ts'
import { projectsOf } from './projects-of.ts'

type ProjectEndpoint = Exclude<
  keyof typeof projectEndpoints,
  'listStandings' | 'listSecrets' | 'setSecret' | 'removeSecret'
>

export const projectHandlers: Handlers<ProjectEndpoint> = {
  async listProjects({ query }, { control, caller }) {
    return listProjects(control, { ...query, ids: await projectsOf(control, caller) })
  },
  async createProject({ body }, context) {
    const { hub, control, at } = context
    if (body.ownerId !== undefined) await requireOwner(control, body.ownerId)
    const made = await insertProject(control, {
      id: createId(hub.clock, hub.random),
      name: body.name,
      description: body.description ?? '',
      ownerId: body.ownerId ?? actorOf(context).id,
      riskClass: body.riskClass ?? 'unclassified',
      budgetUsd: body.budgetUsd ?? null,
      concurrency: body.concurrency ?? 4,
      retentionDays: body.retentionDays ?? null,
      at,
    })
    if (made.ok)
      context.audit({ kind: 'project', id: made.value.id, name: made.value.name, after: made.value })
    return made
  },
  async getProject({ params }, { control }) {
    const project = await readProject(control, params.projectId)
    return project === null ? notThere(params.projectId) : ok(project)
  },
  async changeProject({ params, body }, context) {
    const { control, at, revision, rights } = context
    // Whoever answers for a project keeps being its owner: what gives and takes roles waits for this, and the other way round.
    if (body.ownerId !== undefined) await lockUntilCommit(control, 'rights')
    const before = await readProject(control, params.projectId)
    if (before === null) return notThere(params.projectId)
    if (body.ownerId !== undefined && body.ownerId !== before.owner.id) {
      if (!mayGive(rights, 'owner')) return moreThanHeld()
      await requireOwner(control, body.ownerId)
    }
    const change = { id: before.id, revision: revision ?? 0, at, values: body }
    const changed = await updateProject(control, change)
    if (changed.ok)
      context.audit({ kind: 'project', id: before.id, name: before.name, before, after: changed.value })
    return changed
  },
}

/** Throws `InvalidRequest` where the id is none of somebody who can sign in. */
async function requireOwner(control: ControlDatabase, ownerId: string): Promise<void> {
  const person = await readPerson(control, ownerId)
  if (person === null || person.kind !== 'person')
    throw new InvalidRequest([{ pointer: '/ownerId', message: 'there is no such person' }])
  if (person.disabled)
    throw new InvalidRequest([{ pointer: '/ownerId', message: `${person.name} is disabled` }])
}
