import type { ReactElement } from 'react'
import { DocumentList } from './document-list.tsx'

/** What is evaluated by itself. */
export function ScheduleListPage(): ReactElement {
  return <DocumentList kind="schedule" />
}
