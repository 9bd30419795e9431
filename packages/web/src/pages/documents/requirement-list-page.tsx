import type { ReactElement } from 'react'
import { DocumentList } from './document-list.tsx'

/** What is promised of the answers. */
export function RequirementListPage(): ReactElement {
  return <DocumentList kind="requirement" />
}
