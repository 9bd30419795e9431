import type { Member, Role } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { RoleSelect } from '../../components/role-select.tsx'
import { showDone, showProblem, showUndo } from '../../components/show-notice.tsx'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import * as t from '../../texts/texts.ts'

interface MemberCellProps {
  readonly projectId: string
  readonly member: Member
}

interface MemberColumnOptions {
  readonly projectId: string
  /** Answers for the project: stays as long as they do. */
  readonly ownerId: string | undefined
  /** Roles can be changed and taken away. */
  readonly mayAdminister: boolean
}

export const memberColumns = ({
  projectId,
  ownerId,
  mayAdminister,
}: MemberColumnOptions): readonly DataColumn<Member>[] => [
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
      mayAdminister && member.from === 'project' && member.person.id !== ownerId ? (
        <RoleCell projectId={projectId} member={member} />
      ) : (
        t.members.roles[member.role]
      ),
  },
  {
    id: 'from',
    title: t.members.from,
    width: 'minmax(120px, 1fr)',
    cell: ({ from, person }) => (
      <>
        <div>{from === 'project' ? t.members.fromProject : t.members.fromOrganisation}</div>
        {person.id === ownerId && <div className="quiet">{t.members.answersForIt}</div>}
      </>
    ),
  },
  ...(mayAdminister
    ? [
        {
          id: 'actions',
          title: t.members.actions,
          width: '120px',
          cell: (member: Member) =>
            member.from === 'project' &&
            member.person.id !== ownerId && <RemoveCell projectId={projectId} member={member} />,
        },
      ]
    : []),
]

function RoleCell({ projectId, member: { person, role } }: MemberCellProps): ReactElement {
  const set = useHubAction('setMember', {
    refreshes: ['listMembers'],
    onFailed: showProblem,
    onDone: (changed) => showDone(t.members.roleChanged(person.name, t.members.roles[changed.role])),
  })
  const change = (next: Role | null) => {
    if (next !== null) set.run({ projectId, personId: person.id, body: { role: next } })
  }
  return (
    <RoleSelect
      label={t.members.roleOf(person.name)}
      isLabelHidden
      value={role}
      isDisabled={set.isRunning}
      onChange={change}
    />
  )
}

function RemoveCell({ projectId, member: { person, role } }: MemberCellProps): ReactElement {
  const refreshes = ['listMembers', 'getMe'] as const
  const add = useHubAction('setMember', { refreshes, onFailed: showProblem })
  const remove = useHubAction('removeMember', {
    refreshes,
    onFailed: showProblem,
    onDone: () =>
      showUndo(t.members.removed(person.name), () =>
        add.run({ projectId, personId: person.id, body: { role } }),
      ),
  })
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={remove.isRunning}
      onClick={() => remove.run({ projectId, personId: person.id })}
    >
      {t.members.remove}
    </Button>
  )
}
