import type { ReactElement } from 'react'
import { DocumentList } from '../documents/document-list.tsx'

/** The systems under test. */
export function TargetListPage(): ReactElement {
  return <DocumentList kind="target" />
}
