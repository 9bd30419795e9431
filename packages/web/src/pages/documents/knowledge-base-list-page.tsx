import type { ReactElement } from 'react'
import { DocumentList } from './document-list.tsx'

/** What the applications know. */
export function KnowledgeBaseListPage(): ReactElement {
  return <DocumentList kind="knowledge-base" />
}
