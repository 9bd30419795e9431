import type { AnnotationQueue } from '@assay/contracts/hub'
import { measureLabelAgreement } from '@assay/core/judging/calibration'
import { listLabelsOfQueue, type ControlDatabase, type StoredQueue } from '@assay/storage/postgres'

/** How far people agree, by queue and state of its labels: a list asks again and again, and resampling takes a while. */
const kept = new Map<string, { readonly state: string; readonly agreement: AnnotationQueue['agreement'] }>()
const maxKept = 500

export async function describeQueue(control: ControlDatabase, queue: StoredQueue): Promise<AnnotationQueue> {
  const { guidelineVersion: _, labelState, ...shown } = queue
  const known = kept.get(queue.id)
  if (known?.state === labelState) return { ...shown, agreement: known.agreement }
  const agreement = queue.labelsPerRow === 1 ? null : await measure(control, queue.id)
  kept.set(queue.id, { state: labelState, agreement })
  const [oldest] = kept.keys()
  if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
  return { ...shown, agreement }
}

async function measure(control: ControlDatabase, queueId: string): Promise<AnnotationQueue['agreement']> {
  const labels = await listLabelsOfQueue(control, queueId)
  return measureLabelAgreement(
    labels.map(({ ground, outcome, by, adjudicates }) => ({
      unit: ground.unit,
      clusterKey: ground.clusterKey,
      outcome,
      labeller: by.id,
      ...(adjudicates ? { adjudicates: true as const } : {}),
    })),
  )
}
