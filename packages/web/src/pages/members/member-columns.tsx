import type { Member, Role } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RoleSelect } from '../../components/role-select.tsx'
import { showDone, showUndo } from '../../components/show-undo.tsx'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import * as t from '../../texts/texts.ts'

interface MemberCellProps {
  readonly projectId: string
  readonly member: Member
}

/** `mayAdminister`: roles can be changed and taken away. */
export const memberColumns = (projectId: string, mayAdminister: boolean): readonly DataColumn<Member>[] => [
  {
    id: 'person',
    title: t.members.person,
    width: 'minmax(0, 2fr)',
    sortBy: ({ person }) => person.name.toLowerCase(),
    cell: ({ person }) => (
      <>
        <div>{person.name}</div>
        <div className="quiet">{person.kind === 'service' ? t.members.program : person.email}</div>
        {person.disabled && <div className="unsure">{t.members.disabled}</div>}
      </>
    ),
  },
  {
    id: 'role',
    title: t.members.role,
    width: 'minmax(160px, 1fr)',
    sortBy: ({ role }) => role,
    cell: (member) =>
      mayAdminister && member.from === 'project' ? (
        <RoleCell projectId={projectId} member={member} />
      ) : (
        t.members.roles[member.role]
      ),
  },
  {
    id: 'from',
    title: t.members.from,
    width: 'minmax(120px, 1fr)',
    cell: ({ from }) => (from === 'project' ? t.members.fromProject : t.members.fromOrganisation),
  },
  ...(mayAdminister
    ? [
        {
          id: 'actions',
          title: t.members.actions,
          width: '120px',
          cell: (member: Member) =>
            member.from === 'project' && <RemoveCell projectId={projectId} member={member} />,
        },
      ]
    : []),
]

function RoleCell({ projectId, member: { person, role } }: MemberCellProps): ReactElement {
  const set = useHubAction('setMember', {
    refreshes: ['listMembers'],
    onDone: (changed) => showDone(t.members.roleChanged(person.name, t.members.roles[changed.role])),
  })
  const change = (next: Role | null) => {
    if (next !== null) set.run({ projectId, personId: person.id, body: { role: next } })
  }
  return (
    <>
      <RoleSelect
        label={t.members.roleOf(person.name)}
        isLabelHidden
        value={role}
        isDisabled={set.isRunning}
        onChange={change}
      />
      <ProblemNote error={set.error} />
    </>
  )
}

function RemoveCell({ projectId, member: { person, role } }: MemberCellProps): ReactElement {
  const refreshes = ['listMembers', 'getMe'] as const
  const add = useHubAction('setMember', { refreshes })
  const remove = useHubAction('removeMember', {
    refreshes,
    onDone: () =>
      showUndo(t.members.removed(person.name), () =>
        add.run({ projectId, personId: person.id, body: { role } }),
      ),
  })
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={remove.isRunning}
        onClick={() => remove.run({ projectId, personId: person.id })}
      >
        {t.members.remove}
      </Button>
      <ProblemNote error={remove.error ?? add.error} />
    </>
  )
}
