import type { projectEndpoints } from '@assay/contracts/hub'
import { ok } from '@assay/core'
import { createId } from '@assay/core/runs'
import { insertProject, listProjects, readProject, updateProject } from '@assay/storage/postgres'
import { actorOf, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
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
    const { control, at, revision } = context
    const before = await readProject(control, params.projectId)
    if (before === null) return notThere(params.projectId)
    const values = body
    const changed = await updateProject(control, { id: before.id, revision: revision ?? 0, at, values })
    if (changed.ok)
      context.audit({ kind: 'project', id: before.id, name: before.name, before, after: changed.value })
    return changed
  },
}
