import type { DocumentKind, HubDocument } from '@assay/contracts/hub'
import { useHub } from '../../../api/use-hub.ts'

const noDocuments: readonly never[] = []

/** Everything of a kind that can be chosen. */
export const useDocuments = (projectId: string, kind: DocumentKind): readonly HubDocument[] =>
  useHub('listDocuments', { projectId, query: { kind, limit: 500 } }).data?.items ?? noDocuments
