import type { HubDocument, RequirementStanding } from '@assay/contracts/hub'
import { measureRequirement, type MeasuredRequirement } from '@assay/core/reviewing'
import {
  keepRequirementStandings,
  listAllDocuments,
  listLinkedCases,
  listPins,
  readEvaluationRun,
  readRequirementStandings,
  standingKey,
} from '@assay/storage/postgres'
import { computeFigures } from '../evaluations/figures/figures.ts'
import { readRunLines } from '../evaluations/figures/run-lines.ts'
import type { Hub } from '../hub.ts'

type Parts = Pick<Hub, 'control' | 'facts'>
type Requirement = Extract<HubDocument, { kind: 'requirement' }>

/** How each requirement of the project stands in an evaluation. Of a finished one computed once for every version of it. Not inside a transaction. */
export async function readStandings(
  parts: Parts,
  projectId: string,
  evaluationId: string,
): Promise<RequirementStanding[]> {
  const requirements = await listAllDocuments(parts.control, projectId, 'requirement')
  const kept = await readRequirementStandings(parts.control, evaluationId)
  const missing = requirements.filter((each) => !kept.has(standingKey(each)))
  const made = missing.length === 0 ? new Map() : await measure(parts, evaluationId, missing)
  return requirements.flatMap((requirement) => {
    const measured = kept.get(standingKey(requirement)) ?? made.get(standingKey(requirement))
    return measured === undefined ? [] : [toStanding(requirement, measured)]
  })
}

async function measure(
  parts: Parts,
  evaluationId: string,
  requirements: readonly Requirement[],
): Promise<ReadonlyMap<string, MeasuredRequirement>> {
  const run = await readRunLines(parts, evaluationId)
  if (run === null)
    return new Map(requirements.map((each) => [standingKey(each), measureRequirement(each.body.least, [])]))
  const asked = await Promise.all(
    requirements.map(async (requirement) => ({
      least: requirement.body.least,
      checks: requirement.body.checks,
      caseIds: await findLinked(parts, evaluationId, requirement),
    })),
  )
  const measured = await computeFigures(
    'measureRequirements',
    { ...run.input, requirements: asked },
    run.ports,
  )
  const standings = requirements.flatMap(({ id, version }, index) => {
    const found = measured[index]
    return found === undefined ? [] : [{ id, version, measured: found }]
  })
  // Of one that still runs, the next look sees more.
  const isFinished = (await readEvaluationRun(parts.control, evaluationId))?.status === 'finished'
  if (isFinished) await keepRequirementStandings(parts.control, evaluationId, standings)
  return new Map(standings.map((each) => [standingKey(each), each.measured]))
}

/** Its cases as they stood in the versions of the sets that were evaluated. A set that was not: none of its cases. */
async function findLinked(
  { control }: Parts,
  evaluationId: string,
  { body }: Requirement,
): Promise<readonly string[]> {
  const pins = (await listPins(control, [evaluationId])).get(evaluationId) ?? []
  const ids: string[] = []
  for (const { kind, id, version } of pins)
    if (kind === 'test-set' && body.cases.testSetIds.includes(id))
      ids.push(
        ...(await listLinkedCases(control, {
          testSetId: id,
          version,
          anyTag: body.cases.tags,
          anyType: body.cases.types,
        })),
      )
  return ids
}

const toStanding = (
  { id, name, version, body }: Requirement,
  { state, passing, notJudged, wouldDo, failing }: MeasuredRequirement,
): RequirementStanding => ({
  requirement: { id, name, version, statement: body.statement, source: body.source, least: body.least },
  state,
  passing,
  notJudged,
  wouldDo,
  failing: [...failing],
})
