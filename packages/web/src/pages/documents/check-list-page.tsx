import type { ReactElement } from 'react'
import { DocumentList } from './document-list.tsx'

/** Checks that are used by name. */
export function CheckListPage(): ReactElement {
  return <DocumentList kind="check" />
}
