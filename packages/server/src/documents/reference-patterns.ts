import type { HubDocument } from '@assay/contracts/hub'
import type { ReferencePattern } from '@assay/storage/postgres'

export interface ReferredThing {
  readonly kind: HubDocument['kind'] | 'test-set'
  readonly id: string
  /** `null`: any. */
  readonly version: number | null
  /** By which names targets mean it: of a model its own and the provider's. */
  readonly names: readonly string[]
}

/** Every form in which a document's body can rest on the thing; the counterpart of `referencesOf`. */
export function referencePatterns({ kind, id, version, names }: ReferredThing): readonly ReferencePattern[] {
  const pin = version === null ? { id } : { id, version }
  switch (kind) {
    case 'target':
      return [{ kind: 'schedule', fragment: { targetId: id } }]
    case 'model':
      return names.map((model) => ({ kind: 'target', fragment: { model } }))
    case 'prompt':
      return [{ kind: 'target', fragment: { prompt: pin } }]
    case 'knowledge-base':
      return [
        { kind: 'target', fragment: { knowledgeBase: pin } },
        { kind: 'schedule', fragment: { when: { knowledgeBaseId: id } } },
      ]
    case 'training-dataset':
      return [{ kind: 'training-dataset', fragment: { madeFrom: [pin] } }]
    case 'check':
      return [{ kind: 'schedule', fragment: { checkIds: [id] } }]
    case 'test-set':
      return [
        { kind: 'requirement', fragment: { cases: { testSetIds: [id] } } },
        { kind: 'schedule', fragment: { testSetIds: [id] } },
      ]
    case 'requirement':
    case 'schedule':
      return []
  }
}

/** Datasets a model was trained on: they name the model, and still the model rests on them. */
export const trainingPatterns = (modelId: string, version: number | null): readonly ReferencePattern[] => [
  {
    kind: 'training-dataset',
    fragment: { trained: [version === null ? { id: modelId } : { id: modelId, version }] },
  },
]
