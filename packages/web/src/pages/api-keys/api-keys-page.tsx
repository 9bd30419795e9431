import { Button, Switch } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useOrganisationRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import * as t from '../../texts/texts.ts'
import { keyColumns } from './key-columns.tsx'
import { KeySecret } from './key-secret.tsx'
import { keyState } from './key-state.ts'
import { NewKey } from './new-key.tsx'

const route = getRouteApi('/in/api-keys')

/** The reader's own keys; whoever administers the hub may see all. */
export function ApiKeysPage(): ReactElement {
  const { all = false } = route.useSearch()
  const navigate = route.useNavigate()
  const mayAdminister = useOrganisationRight('administer')
  const [isCreating, creating] = useDisclosure(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [now] = useState(Date.now)
  const keys = useHubPages('listApiKeys', { query: { all: String(all) } })
  const working = keys.rows.filter((key) => keyState(key, now) === 'works').length
  return (
    <>
      <PageHeader
        question={t.apiKeys.title}
        answer={keys.isLoading ? null : t.apiKeys.answer(working)}
        actions={<Button onClick={creating.open}>{t.apiKeys.create}</Button>}
      />
      <DataTable
        name="api-keys"
        label={t.apiKeys.table}
        counted={t.apiKeys.counted}
        source={keys}
        columns={keyColumns}
        rowKey={({ id }) => id}
        rowHeight={60}
        filters={
          mayAdminister ? (
            <Switch
              mb="xs"
              label={t.apiKeys.showAll}
              checked={all}
              onChange={(event) =>
                void navigate({ search: event.currentTarget.checked ? { all: true } : {}, replace: true })
              }
            />
          ) : undefined
        }
        empty={
          <EmptyState
            what={t.apiKeys.empty}
            action={<Button onClick={creating.open}>{t.apiKeys.create}</Button>}
            example={t.apiKeys.example}
          />
        }
      />
      {isCreating && <NewKey onClose={creating.close} onMade={setSecret} />}
      <KeySecret secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
