import type { HubTestSet } from '@assay/contracts/hub'
import { getRouteApi } from '@tanstack/react-router'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { ViewLinks } from '../../components/view-links.tsx'
import * as t from '../../texts/texts.ts'
import { CaseTable } from './case-table.tsx'
import { EditTestSet } from './edit-test-set.tsx'
import { ImportCases } from './import-cases.tsx'
import { NewCase } from './new-case.tsx'
import { TestSetActions } from './test-set-actions.tsx'
import { TestSetHistory } from './test-set-history.tsx'
import './test-sets.css'

const route = getRouteApi('/in/projects/$projectId/test-sets/$testSetId')

/** One test set: its cases, what is done to them, and what it was. */
export function TestSetPage(): ReactElement {
  const { projectId, testSetId } = route.useParams()
  const { show } = route.useSearch()
  const read = useHub('getTestSet', { projectId, testSetId })
  const testSet = read.data
  const name = testSet?.name ?? ''
  if (show === 'import')
    return (
      <>
        <PageHeader
          question={t.testSets.importTitle(name)}
          answer={t.testSets.importAnswer}
          above={<ToTestSet projectId={projectId} testSetId={testSetId} name={name} />}
        />
        <ImportCases projectId={projectId} testSetId={testSetId} />
      </>
    )
  if (show === 'new-case') return <NewCase projectId={projectId} testSetId={testSetId} name={name} />
  return (
    <>
      <TestSetHeader testSet={testSet} projectId={projectId} />
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {typeof testSet?.archivedAt === 'string' && <p className="test-sets-note">{t.testSets.archivedNote}</p>}
      {read.error === null && (
        <>
          <ViewLinks
            label={t.testSets.views}
            views={[
              { label: t.testSets.viewCases, search: {}, isCurrent: show === undefined },
              { label: t.testSets.viewHistory, search: { show: 'history' }, isCurrent: show === 'history' },
            ]}
          />
          {show === 'history' ? (
            <TestSetHistory projectId={projectId} testSetId={testSetId} current={testSet?.version} />
          ) : (
            <CaseTable key={testSetId} projectId={projectId} testSetId={testSetId} testSet={testSet} />
          )}
        </>
      )}
    </>
  )
}

interface TestSetHeaderProps {
  readonly testSet: HubTestSet | undefined
  readonly projectId: string
}

function TestSetHeader({ testSet, projectId }: TestSetHeaderProps): ReactElement {
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <PageHeader
        question={t.testSets.title(testSet?.name ?? '')}
        answer={testSet === undefined ? null : toAnswer(testSet)}
        above={
          <TextLink to="/projects/$projectId/test-sets" params={{ projectId }}>
            {t.testSets.table}
          </TextLink>
        }
        actions={testSet && <TestSetActions testSet={testSet} onEdit={() => setEditing(true)} />}
      />
      {isEditing && testSet !== undefined && (
        <EditTestSet testSet={testSet} onClose={() => setEditing(false)} />
      )}
    </>
  )
}

const toAnswer = ({ cases, version, changedAt }: HubTestSet): ReactNode => (
  <>
    {t.testSets.answer(cases.active, cases.draft, version)} <RelativeTime time={changedAt} />
  </>
)

interface ToTestSetProps {
  readonly projectId: string
  readonly testSetId: string
  readonly name: string
}

/** The way back from what is done to a test set. */
function ToTestSet({ projectId, testSetId, name }: ToTestSetProps): ReactElement {
  return (
    <TextLink to="/projects/$projectId/test-sets/$testSetId" params={{ projectId, testSetId }}>
      {name === '' ? t.testSets.table : name}
    </TextLink>
  )
}
