import type { Evaluation } from '@assay/contracts/hub'
import type { Hub } from '../hub.ts'

/** The same evaluations; those that wait for a worker with their place among all that wait. */
export async function placeInQueue(
  { jobs }: Pick<Hub, 'jobs'>,
  evaluations: readonly Evaluation[],
): Promise<Evaluation[]> {
  if (!evaluations.some(({ status }) => status === 'queued')) return [...evaluations]
  const places = await jobs.queuePositions()
  return evaluations.map((each) => {
    const queuePosition = each.status === 'queued' ? places.get(each.id) : undefined
    return queuePosition === undefined ? each : { ...each, queuePosition }
  })
}
