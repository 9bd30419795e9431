import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState, type ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useOrganisationRight, useProjectRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { toWholeList } from '../../components/data-table/to-whole-list.ts'
import { InvitationLink } from '../../components/invitation-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { RoleHelp } from '../../components/role-help.tsx'
import * as t from '../../texts/texts.ts'
import { AddMember } from './add-member.tsx'
import { InviteMember } from './invite-member.tsx'
import { memberColumns } from './member-columns.tsx'

const route = getRouteApi('/in/projects/$projectId/members')

/** Who may see the project, and as what. */
export function MembersPage(): ReactElement {
  const { projectId } = route.useParams()
  const { sort } = route.useSearch()
  const navigate = route.useNavigate()
  const mayAdminister = useProjectRight(projectId, 'administer')
  const project = useHub('getProject', { projectId })
  const members = useHub('listMembers', { projectId })
  const ownerId = project.data?.owner.id
  const columns = useMemo(
    () => memberColumns({ projectId, ownerId, mayAdminister }),
    [projectId, ownerId, mayAdminister],
  )
  const items = members.data?.items
  const programs = items?.filter(({ person }) => person.kind === 'service').length ?? 0
  return (
    <>
      <PageHeader
        question={t.members.title(project.data?.name ?? '')}
        answer={items === undefined ? null : t.members.answer(items.length - programs, programs)}
        actions={mayAdminister ? <Joining projectId={projectId} /> : undefined}
      />
      <DataTable
        name="members"
        label={t.members.table}
        counted={t.members.counted}
        source={toWholeList(members)}
        columns={columns}
        rowKey={({ person }) => person.id}
        rowHeight={60}
        sort={sort}
        onSort={(next) => void navigate({ search: { sort: next }, replace: true })}
        empty={null}
      />
      <RoleHelp />
    </>
  )
}

/** The two ways in: somebody who is known here, and somebody new. */
function Joining({ projectId }: { readonly projectId: string }): ReactElement {
  const [isInviting, inviting] = useDisclosure(false)
  const [isAdding, adding] = useDisclosure(false)
  const [made, setMade] = useState<{ readonly link: string; readonly email: string } | null>(null)
  const maySeePeople = useOrganisationRight('read')
  return (
    <>
      <Button onClick={inviting.open}>{t.members.invite}</Button>
      {maySeePeople && (
        <Button variant="default" onClick={adding.open}>
          {t.members.add}
        </Button>
      )}
      {isInviting && (
        <InviteMember projectId={projectId} isOpen onClose={inviting.close} onInvited={setMade} />
      )}
      {isAdding && <AddMember projectId={projectId} isOpen onClose={adding.close} />}
      <InvitationLink made={made} onClose={() => setMade(null)} />
    </>
  )
}
