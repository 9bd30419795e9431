import type { Person, Role } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useMe } from '../../api/use-me.ts'
import { ConfirmTyped } from '../../components/confirm-typed.tsx'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { RoleSelect } from '../../components/role-select.tsx'
import { showDone, showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'

interface PersonCellProps {
  readonly person: Person
}

export const personColumns: readonly DataColumn<Person>[] = [
  {
    id: 'person',
    title: t.members.person,
    width: 'minmax(0, 2fr)',
    sortBy: ({ name }) => name.toLowerCase(),
    cell: ({ name, email, kind, disabled }) => (
      <>
        <div>{name}</div>
        <div className="quiet">{kind === 'service' ? t.members.program : email}</div>
        {disabled && <div className="unsure">{t.members.disabled}</div>}
      </>
    ),
  },
  {
    id: 'role',
    title: t.members.roleInHub,
    width: 'minmax(200px, 1.2fr)',
    sortBy: ({ role }) => role,
    cell: (person) => <RoleCell person={person} />,
  },
  {
    id: 'seen',
    title: t.members.lastSeen,
    width: 'minmax(96px, 0.8fr)',
    sortBy: ({ lastSeenAt }) => lastSeenAt,
    cell: ({ lastSeenAt }) =>
      lastSeenAt === null ? (
        <span className="quiet">{t.members.never}</span>
      ) : (
        <RelativeTime time={lastSeenAt} />
      ),
  },
  {
    id: 'second',
    title: t.members.secondFactor,
    width: 'minmax(88px, 0.6fr)',
    cell: ({ kind, twoFactor }) =>
      kind === 'person' && (
        <span className={twoFactor ? '' : 'quiet'}>{twoFactor ? t.members.on : t.members.off}</span>
      ),
  },
  {
    id: 'actions',
    title: t.members.actions,
    width: '112px',
    cell: (person) => <DisableCell person={person} />,
  },
]

const refreshes = ['listPeople', 'listMembers'] as const

function RoleCell({ person }: PersonCellProps): ReactElement {
  const me = useMe()
  const change = useHubAction('changePerson', {
    refreshes,
    onFailed: showProblem,
    onDone: ({ role }) =>
      showDone(
        role === null
          ? t.members.noRoleChanged(person.name)
          : t.members.roleChanged(person.name, t.members.roles[role]),
      ),
  })
  // Nobody takes their own rights away.
  if (person.id === me.id) return person.role === null ? <></> : <>{t.members.roles[person.role]}</>
  return (
    <RoleSelect
      label={t.members.roleOf(person.name)}
      isLabelHidden
      mayBeNone
      value={person.role}
      isDisabled={change.isRunning}
      onChange={(role: Role | null) => change.run({ personId: person.id, body: { role } })}
    />
  )
}

/** Nobody locks themselves out. */
function DisableCell({ person }: PersonCellProps): ReactElement | null {
  const me = useMe()
  const [isOpen, { open, close }] = useDisclosure(false)
  const change = useHubAction('changePerson', { refreshes, onDone: close })
  if (person.id === me.id) return null
  const set = (disabled: boolean) => change.run({ personId: person.id, body: { disabled } })
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={person.disabled ? () => set(false) : open}>
        {person.disabled ? t.members.enable : t.members.disable}
      </Button>
      <ConfirmTyped
        isOpen={isOpen}
        onClose={close}
        title={t.members.disableTitle(person.name)}
        losses={t.members.disableLosses}
        action={t.members.disable}
        onConfirm={() => set(true)}
        isRunning={change.isRunning}
        problem={<ProblemNote error={change.error} />}
      />
    </>
  )
}
