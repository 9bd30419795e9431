import { hubPath } from '@assay/sdk'
import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { AuditTable, useAllPeople, type AuditAddress } from './audit-table.tsx'
import { toAuditQuery } from './to-audit-query.ts'
import './audit.css'

const route = getRouteApi('/in/audit')

/** The log of the whole hub. */
export function AuditPage(): ReactElement {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const people = useAllPeople()
  const verify = useHubAction('verifyAudit')
  const source = useHubPages('listAudit', { query: toAuditQuery(search) })
  const change = useCallback(
    (part: AuditAddress) =>
      void navigate({ search: (before) => ({ ...before, ...part }), replace: !('entry' in part) }),
    [navigate],
  )
  return (
    <>
      <PageHeader
        question={t.audit.title}
        answer={source.total === undefined ? null : t.audit.answer(source.total)}
        actions={
          <>
            <Button variant="default" loading={verify.isRunning} onClick={() => verify.run({})}>
              {t.audit.verify}
            </Button>
            <Button component="a" variant="default" href={hubPath('exportAudit')} download="audit.jsonl">
              {t.audit.export}
            </Button>
          </>
        }
      />
      <div aria-live="polite">
        {verify.answer !== undefined && <ChainNote {...verify.answer} />}
        <ProblemNote error={verify.error} />
      </div>
      <AuditTable source={source} people={people} search={search} onSearch={change} />
    </>
  )
}

interface ChainNoteProps {
  readonly entries: number
  readonly brokenAt: number | null
  readonly lastHash: string | null
}

function ChainNote({ entries, brokenAt, lastHash }: ChainNoteProps): ReactElement {
  return (
    <p className={`audit-note ${brokenAt === null ? 'good' : 'bad'}`}>
      {brokenAt === null ? t.audit.verified(entries, lastHash) : t.audit.broken(brokenAt)}
    </p>
  )
}
