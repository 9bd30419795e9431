import { getRouteApi } from '@tanstack/react-router'
import { useCallback, type ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useHub } from '../../api/use-hub.ts'
import { PageHeader } from '../../components/page-header.tsx'
import * as t from '../../texts/texts.ts'
import { AuditTable, type AuditAddress } from './audit-table.tsx'
import { toAuditQuery } from './to-audit-query.ts'

const route = getRouteApi('/in/projects/$projectId/audit')

/** The log of one project, for whoever administers it. */
export function ProjectAuditPage(): ReactElement {
  const { projectId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const project = useHub('getProject', { projectId })
  const members = useHub('listMembers', { projectId })
  const source = useHubPages('listProjectAudit', { projectId, query: toAuditQuery(search) })
  const change = useCallback(
    (part: AuditAddress) =>
      void navigate({ search: (before) => ({ ...before, ...part }), replace: !('entry' in part) }),
    [navigate],
  )
  return (
    <>
      <PageHeader
        question={t.audit.projectTitle(project.data?.name ?? '')}
        answer={source.total === undefined ? null : t.audit.answer(source.total)}
      />
      <AuditTable
        source={source}
        people={members.data?.items.map(({ person }) => person) ?? []}
        search={search}
        onSearch={change}
      />
    </>
  )
}
