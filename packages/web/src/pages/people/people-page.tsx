import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { InvitationLink } from '../../components/invitation-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { RoleHelp } from '../../components/role-help.tsx'
import * as t from '../../texts/texts.ts'
import { AddProgram } from './add-program.tsx'
import { InvitationList } from './invitation-list.tsx'
import { InvitePerson } from './invite-person.tsx'
import { personColumns } from './person-columns.tsx'

const route = getRouteApi('/in/people')

/** Everybody of the hub, for whoever administers it. */
export function PeoplePage(): ReactElement {
  const { sort } = route.useSearch()
  const navigate = route.useNavigate()
  const people = useHubPages('listPeople', { query: { limit: 200 } })
  const programs = people.rows.filter(({ kind }) => kind === 'service').length
  return (
    <>
      <PageHeader
        question={t.members.peopleTitle}
        answer={
          people.isLoading
            ? null
            : t.members.answer((people.total ?? people.rows.length) - programs, programs)
        }
        actions={<Joining />}
      />
      <DataTable
        name="people"
        label={t.members.people}
        counted={t.members.peopleCounted}
        source={people}
        columns={personColumns}
        rowKey={({ id }) => id}
        rowHeight={60}
        sort={sort}
        onSort={(next) => void navigate({ search: { sort: next }, replace: true })}
        empty={null}
      />
      <RoleHelp />
      <InvitationList />
    </>
  )
}

function Joining(): ReactElement {
  const [isInviting, inviting] = useDisclosure(false)
  const [isAdding, adding] = useDisclosure(false)
  const [made, setMade] = useState<{ readonly link: string; readonly email: string } | null>(null)
  return (
    <>
      <Button onClick={inviting.open}>{t.members.invite}</Button>
      <Button variant="default" onClick={adding.open}>
        {t.members.addProgram}
      </Button>
      {isInviting && <InvitePerson onClose={inviting.close} onInvited={setMade} />}
      {isAdding && <AddProgram onClose={adding.close} />}
      <InvitationLink made={made} onClose={() => setMade(null)} />
    </>
  )
}
