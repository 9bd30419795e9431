import type { HubCase } from '@assay/contracts/hub'
import { Button, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef, useState, type ReactElement } from 'react'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { CommentThread } from '../../components/comment-thread.tsx'
import { showDone } from '../../components/show-notice.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import * as t from '../../texts/texts.ts'
import { CheckTrial } from '../documents/checks/check-trial.tsx'
import { CaseFacts } from './case-facts.tsx'
import { toCaseChange, toCaseFields, toCheckCase } from './case-fields.ts'
import { CaseForm } from './case-form.tsx'
import type { CasePlace } from './case-place.ts'
import { useCaseChange } from './use-case-change.ts'

interface EditCaseProps {
  readonly place: CasePlace
  readonly opened: HubCase
  readonly isReadOnly: boolean
  /** Saved, or given up for what stands now: begin anew. */
  readonly onSettled: () => void
}

const casePointers = ['/question', '/referenceAnswer', '/history', '/referenceClaims', '/tags', '/language']

/** Keeps the case as it was when it was opened; what others change meanwhile is neither lost nor overwritten unseen. */
export function EditCase({ place, opened: current, isReadOnly, onSettled }: EditCaseProps): ReactElement {
  const [opened] = useState(current)
  const [before] = useState(() => toCaseFields(current.testCase))
  const [fields, setFields] = useState(before)
  const form = useRef<HTMLFormElement>(null)
  const change = useCaseChange(place, {
    onDone: ({ fromVersion }) => {
      showDone(t.testSets.caseSaved(fromVersion))
      onSettled()
    },
    onTheirs: onSettled,
  })
  const body = toCaseChange(before, fields)
  const isChanged = Object.keys(body).length > 0
  useHotkeys([['mod+S', () => form.current?.requestSubmit()]], [])
  return (
    <div className="case-page">
      <UnsavedGuard isDirty={() => isChanged && !isReadOnly} />
      <CaseForm
        {...place}
        fields={fields}
        onChange={setFields}
        problemOf={change.problemOf}
        isReadOnly={isReadOnly}
        form={form}
        onSubmit={() => {
          if (isChanged) change.run({ ...place, body }, opened.revision)
        }}
        foot={
          <>
            {isReadOnly ? (
              <p className="quiet">{t.testSets.mayNot}</p>
            ) : (
              <div className="case-page-buttons no-print">
                <ChangeProblem change={change} fields={casePointers} />
                <Button type="submit" loading={change.isRunning} disabled={!isChanged}>
                  {t.testSets.saveCase}
                </Button>
                <span className="quiet">{t.testSets.saveKeys}</span>
              </div>
            )}
          </>
        }
      />
      <div className="case-page-aside">
        <CheckTrial projectId={place.projectId} checks={fields.checks} caseOf={toCheckCase(fields)} />
        <section>
          <Title order={2}>{t.documents.comments}</Title>
          <CommentThread
            projectId={place.projectId}
            subject={{ kind: 'case', id: `${place.testSetId}/${place.caseId}` }}
          />
        </section>
        <CaseFacts testCase={opened.testCase} />
      </div>
    </div>
  )
}
