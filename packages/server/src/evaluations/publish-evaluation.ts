import { readEvaluation } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'

/** Tells readers of the project how an evaluation stands now. After the commit. */
export async function publishEvaluation(
  { control, events }: Pick<Hub, 'control' | 'events'>,
  id: string,
): Promise<void> {
  const evaluation = await readEvaluation(control, id)
  if (evaluation === null) return
  const { projectId, status, progress } = evaluation
  events.publish(projectId, { kind: 'evaluation', id, evaluation: { status, progress } })
}
