import type { Invitation } from '@assay/contracts/hub'
import { Button, Title } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useHubPages } from '../../api/use-hub-pages.ts'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { showDone, showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'

/** Invitations and what became of them. */
export function InvitationList(): ReactElement {
  const invitations = useHubPages('listInvitations', { query: {} })
  return (
    <section className="people-invitations">
      <Title order={2}>{t.members.invitations}</Title>
      <DataTable
        name="invitations"
        label={t.members.invitationsTable}
        counted={t.members.invitationsCounted}
        source={invitations}
        columns={columns}
        rowKey={({ id }) => id}
        withoutKeys
        empty={<p className="quiet">{t.members.noInvitations}</p>}
      />
    </section>
  )
}

const columns: readonly DataColumn<Invitation>[] = [
  { id: 'email', title: t.members.email, width: 'minmax(0, 2fr)', cell: ({ email }) => email },
  {
    id: 'to',
    title: t.members.invitedTo,
    width: 'minmax(0, 1.5fr)',
    cell: ({ project, role }) => {
      const named = project?.role ?? role
      return (
        <>
          <div>{project?.name ?? t.members.allProjects}</div>
          {named !== null && <div className="quiet">{t.members.roles[named]}</div>}
        </>
      )
    },
  },
  { id: 'by', title: t.members.invitedBy, cell: ({ invitedBy }) => invitedBy.name },
  {
    id: 'expires',
    title: t.members.expires,
    width: 'minmax(96px, 0.8fr)',
    cell: (invitation) => <EndCell invitation={invitation} />,
  },
  {
    id: 'actions',
    title: t.members.actions,
    width: '120px',
    cell: (invitation) => invitation.acceptedAt === null && <RevokeCell invitation={invitation} />,
  },
]

interface InvitationCellProps {
  readonly invitation: Invitation
}

function EndCell({ invitation: { acceptedAt, expiresAt } }: InvitationCellProps): ReactElement {
  const [now] = useState(Date.now)
  if (acceptedAt !== null) return <span className="quiet">{t.members.accepted}</span>
  if (Date.parse(expiresAt) < now) return <span className="quiet">{t.members.expired}</span>
  return <RelativeTime time={expiresAt} />
}

function RevokeCell({ invitation: { id, email } }: InvitationCellProps): ReactElement {
  const revoke = useHubAction('revokeInvitation', {
    refreshes: ['listInvitations'],
    onDone: () => showDone(t.members.revoked(email)),
    onFailed: showProblem,
  })
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={revoke.isRunning}
      onClick={() => revoke.run({ invitationId: id })}
    >
      {t.members.revoke}
    </Button>
  )
}
