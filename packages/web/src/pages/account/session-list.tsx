import { Button, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import type { HubAnswer } from '../../api/hub-types.ts'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useHub } from '../../api/use-hub.ts'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { toWholeList } from '../../components/data-table/to-whole-list.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { showDone, showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { nameDevice } from './name-device.ts'

type Session = HubAnswer<'listSessions'>['items'][number]

/** Where the reader is signed in, with the way to end it. */
export function SessionList(): ReactElement {
  const sessions = useHub('listSessions')
  return (
    <section>
      <Title order={2}>{t.account.sessions}</Title>
      <DataTable
        name="sessions"
        label={t.account.sessionsTable}
        counted={t.account.sessionsCounted}
        source={toWholeList(sessions)}
        columns={columns}
        rowKey={({ id }) => id}
        empty={null}
      />
    </section>
  )
}

const columns: readonly DataColumn<Session>[] = [
  {
    id: 'device',
    title: t.account.device,
    width: 'minmax(0, 2fr)',
    cell: ({ agent }) => <Device agent={agent} />,
  },
  {
    id: 'address',
    title: t.account.address,
    width: 'minmax(112px, 1fr)',
    cell: ({ address }) => address ?? t.account.unknownDevice,
  },
  { id: 'since', title: t.account.since, cell: ({ createdAt }) => <RelativeTime time={createdAt} /> },
  { id: 'until', title: t.account.until, cell: ({ expiresAt }) => <RelativeTime time={expiresAt} /> },
  {
    id: 'end',
    title: t.account.end,
    width: '96px',
    cell: ({ id, isThis }) =>
      isThis ? <span className="quiet">{t.account.isThis}</span> : <EndSession sessionId={id} />,
  },
]

function Device({ agent }: { readonly agent: string | null }): ReactElement {
  const device = nameDevice(agent)
  return (
    <span title={agent ?? undefined}>
      {device === null ? t.account.unknownDevice : t.account.browserOn(device.browser, device.system)}
    </span>
  )
}

function EndSession({ sessionId }: { readonly sessionId: string }): ReactElement {
  const end = useHubAction('endSession', {
    refreshes: ['listSessions'],
    onDone: () => showDone(t.account.ended),
    onFailed: showProblem,
  })
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={end.isRunning}
      onClick={() => end.run({ sessionId })}
    >
      {t.account.end}
    </Button>
  )
}
