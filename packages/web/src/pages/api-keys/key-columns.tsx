import type { ApiKey } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useMe } from '../../api/use-me.ts'
import { ConfirmTyped } from '../../components/confirm-typed.tsx'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { keyState } from './key-state.ts'

interface KeyCellProps {
  readonly apiKey: ApiKey
}

const time = (at: string | null) =>
  at === null ? <span className="quiet">{t.apiKeys.never}</span> : <RelativeTime time={at} />

export const keyColumns: readonly DataColumn<ApiKey>[] = [
  {
    id: 'name',
    title: t.apiKeys.name,
    width: 'minmax(0, 1.6fr)',
    cell: ({ name, prefix }) => (
      <>
        <div>{name}</div>
        <code className="quiet">{`${prefix}…`}</code>
      </>
    ),
  },
  { id: 'owner', title: t.apiKeys.owner, cell: ({ owner }) => owner.name },
  { id: 'projects', title: t.apiKeys.projects, cell: (key) => <ProjectCell apiKey={key} /> },
  {
    id: 'rights',
    title: t.apiKeys.rights,
    cell: ({ rights }) => rights.map((right) => t.apiKeys.rightNames[right]).join(', '),
  },
  {
    id: 'used',
    title: t.apiKeys.lastUsed,
    width: 'minmax(88px, 0.7fr)',
    cell: (key) => time(key.lastUsedAt),
  },
  {
    id: 'expires',
    title: t.apiKeys.expires,
    width: 'minmax(88px, 0.7fr)',
    cell: (key) => time(key.expiresAt),
  },
  { id: 'state', title: t.apiKeys.state, width: '104px', cell: (key) => <StateCell apiKey={key} /> },
]

function ProjectCell({ apiKey: { projectId } }: KeyCellProps): ReactElement {
  const { projects } = useMe()
  if (projectId === null) return <span className="quiet">{t.apiKeys.allProjects}</span>
  return <span>{projects.find(({ id }) => id === projectId)?.name ?? projectId}</span>
}

function StateCell({ apiKey }: KeyCellProps): ReactElement {
  const [now] = useState(Date.now)
  const state = keyState(apiKey, now)
  if (state === 'revoked') return <span className="quiet">{t.apiKeys.revokedAt}</span>
  if (state === 'ended') return <span className="quiet">{t.apiKeys.ended}</span>
  return <RevokeKey apiKey={apiKey} />
}

function RevokeKey({ apiKey: { id, name } }: KeyCellProps): ReactElement {
  const [isOpen, { open, close }] = useDisclosure(false)
  const revoke = useHubAction('revokeApiKey', {
    refreshes: ['listApiKeys'],
    onDone: () => {
      close()
      showDone(t.apiKeys.revoked(name))
    },
  })
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t.apiKeys.revoke}
      </Button>
      <ConfirmTyped
        isOpen={isOpen}
        onClose={close}
        title={t.apiKeys.revokeTitle(name)}
        losses={t.apiKeys.revokeLosses}
        action={t.apiKeys.revoke}
        onConfirm={() => revoke.run({ keyId: id })}
        isRunning={revoke.isRunning}
        problem={<ProblemNote error={revoke.error} />}
      />
    </>
  )
}
