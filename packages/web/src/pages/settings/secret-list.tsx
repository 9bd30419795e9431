import { Button, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMemo, useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import type { HubAnswer } from '../../api/hub-types.ts'
import { useHub } from '../../api/use-hub.ts'
import { ConfirmTyped } from '../../components/confirm-typed.tsx'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { toWholeList } from '../../components/data-table/to-whole-list.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { SecretForm } from './secret-form.tsx'

type Secret = HubAnswer<'listSecrets'>['items'][number]

interface SecretListProps {
  readonly projectId: string
  readonly mayAdminister: boolean
}

/** Names of secrets; their values never come back. */
export function SecretList({ projectId, mayAdminister }: SecretListProps): ReactElement {
  const secrets = useHub('listSecrets', { projectId })
  /** Name to replace; empty: a new one; `null`: closed. */
  const [editing, setEditing] = useState<string | null>(null)
  const columns = useMemo(
    () => secretColumns(projectId, mayAdminister ? setEditing : null),
    [projectId, mayAdminister],
  )
  const add = mayAdminister ? (
    <Button variant="default" onClick={() => setEditing('')}>
      {t.settings.setSecret}
    </Button>
  ) : undefined
  return (
    <section className="settings-section">
      <Title order={2}>{t.settings.secrets}</Title>
      <DataTable
        name="secrets"
        label={t.settings.secretsTable}
        counted={t.settings.secretsCounted}
        source={toWholeList(secrets)}
        columns={columns}
        rowKey={({ name }) => name}
        empty={
          <EmptyState
            what={t.settings.secretsEmpty}
            {...(add === undefined ? {} : { action: add })}
            example={t.settings.secretsExample}
          />
        }
      />
      {secrets.data !== undefined && secrets.data.items.length > 0 && (
        <div className="settings-after">{add}</div>
      )}
      {editing !== null && (
        <SecretForm projectId={projectId} name={editing} onClose={() => setEditing(null)} />
      )}
    </section>
  )
}

/** `edit` `null`: nothing may be changed. */
const secretColumns = (
  projectId: string,
  edit: ((name: string) => void) | null,
): readonly DataColumn<Secret>[] => [
  {
    id: 'name',
    title: t.settings.secretName,
    width: 'minmax(0, 2fr)',
    cell: ({ name }) => <code>{name}</code>,
  },
  { id: 'by', title: t.settings.setBy, cell: ({ setBy }) => setBy.name },
  { id: 'at', title: t.settings.setAt, cell: ({ setAt }) => <RelativeTime time={setAt} /> },
  ...(edit === null
    ? []
    : [
        {
          id: 'actions',
          title: t.settings.actions,
          width: '190px',
          cell: ({ name }: Secret) => (
            <Button.Group>
              <Button size="compact-sm" variant="default" onClick={() => edit(name)}>
                {t.settings.replace}
              </Button>
              <RemoveSecret projectId={projectId} name={name} />
            </Button.Group>
          ),
        },
      ]),
]

interface RemoveSecretProps {
  readonly projectId: string
  readonly name: string
}

function RemoveSecret({ projectId, name }: RemoveSecretProps): ReactElement {
  const [isOpen, { open, close }] = useDisclosure(false)
  const remove = useHubAction('removeSecret', {
    refreshes: ['listSecrets'],
    onDone: () => showDone(t.settings.secretRemoved(name)),
  })
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t.settings.removeSecret}
      </Button>
      <ConfirmTyped
        isOpen={isOpen}
        onClose={close}
        title={t.settings.removeSecretTitle(name)}
        losses={t.settings.removeSecretLosses}
        word={name}
        action={t.settings.removeSecret}
        onConfirm={() => remove.run({ projectId, name })}
        isRunning={remove.isRunning}
        problem={<ProblemNote error={remove.error} />}
      />
    </>
  )
}
