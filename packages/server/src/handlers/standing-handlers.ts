import { roleSchema, type Project, type ProjectStanding, type Role } from '@assay/contracts/hub'
import { must, ok } from '@assay/core'
import { defaultMargin } from '@assay/core/evaluation'
import {
  countWaiting,
  listOwnProjects,
  listProjects,
  readStandings,
  type ControlDatabase,
  type EvaluationStanding,
} from '@assay/storage/postgres'
import type { Caller, Handlers } from '../hub.ts'
import { projectsOf } from './projects-of.ts'

export const standingHandlers: Handlers<'listStandings'> = {
  async listStandings(_, { control, caller, at }) {
    if (caller === null) return ok({ items: [] })
    const projects = await listAllProjects(control, caller)
    const projectIds = projects.map(({ id }) => id)
    const month = `${at.slice(0, 7)}-01T00:00:00.000Z`
    const standings = await readStandings(control, { projectIds, at, month, margin: defaultMargin })
    const waiting = await countWaiting(control, projectIds)
    const roles = new Map(
      (await listOwnProjects(control, caller.person.id)).map(({ id, role }) => [id, role]),
    )
    return ok({
      items: projects.map((project) => {
        const { last, costUsd, failed, lastChangeAt } = must(standings.get(project.id), 'a standing')
        const { findings, ...waits } = must(waiting.get(project.id), 'what waits')
        return {
          project: pickShown(project),
          role: higherRole(caller.person.role, roles.get(project.id) ?? null),
          quality: last === null ? null : toQuality(last),
          change: last?.change ?? null,
          openFindings: findings,
          costUsd,
          lastChangeAt,
          needsPerson: { ...waits, failedEvaluations: failed },
        }
      }),
    })
  },
}

async function listAllProjects(control: ControlDatabase, caller: Caller): Promise<readonly Project[]> {
  const ids = await projectsOf(control, caller)
  const projects: Project[] = []
  for (let cursor: string | undefined; ;) {
    const page = await listProjects(control, { ids, archived: false, limit: 500, cursor })
    if (!page.ok) throw new Error(`bug: a cursor of its own was refused: ${page.error.message}`)
    projects.push(...page.value.items)
    if (page.value.next === null) return projects
    cursor = page.value.next
  }
}

const pickShown = ({ id, name, riskClass, owner, archivedAt }: Project): ProjectStanding['project'] => ({
  id,
  name,
  riskClass,
  owner,
  archivedAt,
})

type Last = NonNullable<EvaluationStanding['last']>

const toQuality = ({
  id,
  target,
  version,
  passing,
  history,
}: Last): NonNullable<ProjectStanding['quality']> => ({
  evaluationId: id,
  target,
  version,
  passing,
  history: [...history],
})

/** Somebody who may see a project holds at least one of both. */
function higherRole(organisation: Role | null, project: Role | null): Role {
  const held = [organisation, project].filter((role) => role !== null)
  return roleSchema.options.find((role) => held.includes(role)) ?? 'viewer'
}
