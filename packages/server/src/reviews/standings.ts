import type { HubDocument, RequirementStanding } from '@assay/contracts/hub'
import { measureRequirement, observeRun, type MeasuredRequirement } from '@assay/core/reviewing'
import { openFinishedRows } from '@assay/core/runs'
import {
  keepRequirementStandings,
  listAllDocuments,
  listLinkedCases,
  listPins,
  readRequirementStandings,
  standingKey,
} from '@assay/storage/postgres'
import { openRunReader } from '../evaluations/open-run.ts'
import type { Hub } from '../hub.ts'

type Parts = Pick<Hub, 'control' | 'facts'>
type Requirement = Extract<HubDocument, { kind: 'requirement' }>

/** Failing cases that are named; `passing` counts all. */
const shownFailing = 200

/** How each requirement of the project stands in an evaluation. Computed once for every version of it. Not inside a transaction. */
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
  const reader = await openRunReader(parts, evaluationId)
  const run = reader === null ? null : await observeRun(reader, openFinishedRows(reader))
  const measured = new Map<string, MeasuredRequirement>()
  for (const requirement of requirements) {
    const linked = await findLinked(parts, evaluationId, requirement)
    const { checks, least } = requirement.body
    const cases = run?.casesOf({ isLinked: ({ id }) => linked.has(id), checks }) ?? []
    measured.set(standingKey(requirement), cut(measureRequirement(least, cases)))
  }
  if (reader !== null)
    await keepRequirementStandings(
      parts.control,
      evaluationId,
      requirements.flatMap(({ id, version }) => {
        const found = measured.get(standingKey({ id, version }))
        return found === undefined ? [] : [{ id, version, measured: found }]
      }),
    )
  return measured
}

/** Its cases as they stood in the versions of the sets that were evaluated. A set that was not: none of its cases. */
async function findLinked(
  { control }: Parts,
  evaluationId: string,
  { body }: Requirement,
): Promise<ReadonlySet<string>> {
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
  return new Set(ids)
}

const cut = (measured: MeasuredRequirement): MeasuredRequirement => ({
  ...measured,
  failing: measured.failing.slice(0, shownFailing),
})

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
