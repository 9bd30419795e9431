import type { DocumentBody, DocumentKind } from '@assay/contracts/hub'

/** What one version of a document says, by its kind. */
export type KindAndBody = {
  [K in DocumentKind]: { readonly kind: K; readonly body: DocumentBody<K> }
}[DocumentKind]

/** Another thing of the project that a body names by its id. */
export interface Reference {
  /** Of the id, within the body. */
  readonly pointer: string
  readonly kind: DocumentKind | 'test-set'
  readonly id: string
  /** `null`: whichever is current. */
  readonly version: number | null
}

/** Everything a body rests on, in its order. */
export function referencesOf({ kind, body }: KindAndBody): readonly Reference[] {
  switch (kind) {
    case 'target':
      return [
        ...toPinned('/prompt', 'prompt', body.prompt),
        ...toPinned('/knowledgeBase', 'knowledge-base', body.knowledgeBase),
      ]
    case 'training-dataset':
      return [
        ...body.madeFrom.flatMap((pin, index) => toPinned(`/madeFrom/${index}`, 'training-dataset', pin)),
        ...body.trained.flatMap((pin, index) => toPinned(`/trained/${index}`, 'model', pin)),
      ]
    case 'requirement':
      return toCurrent('/cases/testSetIds', 'test-set', body.cases.testSetIds)
    case 'schedule':
      return [
        { pointer: '/targetId', kind: 'target', id: body.targetId, version: null },
        ...toCurrent('/testSetIds', 'test-set', body.testSetIds),
        ...toCurrent('/checkIds', 'check', body.checkIds),
        ...(body.when.kind === 'knowledge-base-change'
          ? [
              {
                pointer: '/when/knowledgeBaseId',
                kind: 'knowledge-base' as const,
                id: body.when.knowledgeBaseId,
                version: null,
              },
            ]
          : []),
      ]
    case 'model':
    case 'prompt':
    case 'knowledge-base':
    case 'check':
      return []
  }
}

const toPinned = (
  pointer: string,
  kind: Reference['kind'],
  pin: { readonly id: string; readonly version: number } | null,
): readonly Reference[] =>
  pin === null ? [] : [{ pointer: `${pointer}/id`, kind, id: pin.id, version: pin.version }]

const toCurrent = (pointer: string, kind: Reference['kind'], ids: readonly string[]): readonly Reference[] =>
  ids.map((id, index) => ({ pointer: `${pointer}/${index}`, kind, id, version: null }))
