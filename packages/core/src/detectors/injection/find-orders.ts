import type { Evidence } from './evidence.ts'
import type { InjectionModels } from './injection-models.ts'
import { describeOrders } from './order-features.ts'
import type { Segment } from './split-segments.ts'
import type { TextForm } from './text-form.ts'

/** Log odds from which an order counts: writing for people is full of requests to its reader. */
const thresholds = { data: 2.4, document: 6 } as const

/** Sentences that ask a model for something where data should be. */
export function findOrders(
  segments: readonly Segment[],
  form: TextForm,
  { order, places }: InjectionModels,
  task: string | undefined,
): readonly Evidence[] {
  if (form !== 'data' && form !== 'document') return []
  const [bias = 0, ...weights] = places
  return describeOrders(segments, order, task).map(({ segment, features }) => ({
    logit:
      features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias) - thresholds[form],
    label: 'order-in-data',
    start: segment.start,
    end: segment.end,
  }))
}
