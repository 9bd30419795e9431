import type { HubCase } from '@assay/contracts/hub'
import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { CaseHistory } from './case-history.tsx'
import { CaseNeighbours } from './case-neighbours.tsx'
import { EditCase } from './edit-case.tsx'
import { RemoveCase } from './remove-case.tsx'
import './test-sets.css'

const route = getRouteApi('/in/projects/$projectId/test-sets/$testSetId/cases/$caseId')

/** One case: its words, its checks with a try-out, what people say of it, and what it was. */
export function CasePage(): ReactElement {
  const { projectId, testSetId, caseId } = route.useParams()
  const search = route.useSearch()
  const { version } = search
  const testSet = useHub('getTestSet', { projectId, testSetId })
  const read = useHub('getCase', { projectId, testSetId, caseId, query: { version } })
  const mayEdit = useProjectRight(projectId, 'edit') && version === undefined
  const [round, setRound] = useState(0)
  const place = { projectId, testSetId, caseId }
  return (
    <>
      <PageHeader
        question={t.testSets.caseTitle}
        answer={read.data === undefined ? null : toAnswer(read.data)}
        above={
          <TextLink
            to="/projects/$projectId/test-sets/$testSetId"
            params={{ projectId, testSetId }}
            search={search}
          >
            {testSet.data?.name ?? t.testSets.casesTable}
          </TextLink>
        }
        actions={
          <>
            <CaseNeighbours place={place} search={search} />
            {mayEdit && read.data !== undefined && <RemoveCase {...place} search={search} />}
          </>
        }
      />
      {version !== undefined && <p className="test-sets-note">{t.testSets.wasCase(version)}</p>}
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {read.isPending && <Skeleton height={480} maw={760} />}
      {read.data !== undefined && (
        <>
          <EditCase
            key={`${testSetId} ${caseId} ${version ?? ''} ${round}`}
            place={place}
            opened={read.data}
            isReadOnly={!mayEdit}
            onSettled={() => setRound((before) => before + 1)}
          />
          <CaseHistory
            place={place}
            current={read.data}
            mayEdit={mayEdit}
            onChanged={() => setRound((before) => before + 1)}
          />
        </>
      )}
    </>
  )
}

const toAnswer = ({ testCase, changedAt, changedBy }: HubCase): ReactNode => (
  <>
    {t.testSets.caseAnswer(testCase.id, testCase.status, changedBy.name)} <RelativeTime time={changedAt} />
  </>
)
