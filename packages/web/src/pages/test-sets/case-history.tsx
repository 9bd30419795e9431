import type { HubCase } from '@assay/contracts/hub'
import { diffJson } from '@assay/core/json-diff'
import { Button, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { DiffView } from '../../components/diff-view.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { toCaseChange, toCaseFields } from './case-fields.ts'
import type { CasePlace } from './case-place.ts'
import { useCaseChange } from './use-case-change.ts'

interface CaseHistoryProps {
  readonly place: CasePlace
  readonly current: HubCase
  readonly mayEdit: boolean
  readonly onChanged: () => void
}

/** Everything the case has been, newest first, each with what it changed. */
export function CaseHistory({ place, current, mayEdit, onChanged }: CaseHistoryProps): ReactElement {
  const read = useHub('listCaseHistory', place)
  const items = read.data?.items ?? []
  return (
    <section className="case-page-history">
      <Title order={2}>{t.testSets.caseHistory}</Title>
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {items.length === 1 && <p className="quiet">{t.testSets.caseHistoryEmpty}</p>}
      {items.map((item, index) => (
        <details className="case-page-past" key={item.fromVersion} open={index === 0 && items.length > 1}>
          <summary>
            {t.testSets.fromVersion(item.fromVersion)}
            {' · '}
            {item.changedBy.name}
            {' · '}
            <RelativeTime time={item.changedAt} />
          </summary>
          <Past item={item} before={items[index + 1]} />
          {mayEdit && index > 0 && (
            <TakeBack place={place} item={item} current={current} onChanged={onChanged} />
          )}
        </details>
      ))}
    </section>
  )
}

interface PastProps {
  readonly item: HubCase
  readonly before: HubCase | undefined
}

function Past({ item, before }: PastProps): ReactElement {
  if (before === undefined) return <p className="quiet">{t.testSets.firstSeen}</p>
  return <DiffView changes={diffJson(toCaseFields(before.testCase), toCaseFields(item.testCase))} />
}

interface TakeBackProps extends Omit<CaseHistoryProps, 'mayEdit'> {
  readonly item: HubCase
}

/** Saves an earlier wording again, as a new version of the test set. */
function TakeBack({ place, item, current, onChanged }: TakeBackProps): ReactElement {
  const change = useCaseChange(place, {
    onDone: () => {
      showDone(t.testSets.takenBack)
      onChanged()
    },
    onTheirs: onChanged,
  })
  const body = toCaseChange(toCaseFields(current.testCase), toCaseFields(item.testCase))
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        mt="xs"
        loading={change.isRunning}
        disabled={Object.keys(body).length === 0}
        onClick={() => change.run({ ...place, body }, current.revision)}
      >
        {t.testSets.takeBack}
      </Button>
      <ChangeProblem change={change} />
    </>
  )
}
