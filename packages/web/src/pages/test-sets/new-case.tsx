import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ButtonLink, TextLink } from '../../components/router-links.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { CheckTrial } from '../documents/checks/check-trial.tsx'
import { emptyCase, toCaseChange, toCheckCase } from './case-fields.ts'
import { CaseForm } from './case-form.tsx'
import { caseReadings } from './case-readings.ts'

interface NewCaseProps {
  readonly projectId: string
  readonly testSetId: string
  readonly name: string
}

const casePointers = ['/question', '/referenceAnswer', '/history', '/referenceClaims', '/tags', '/language']

/** Writes a case; whoever may only review proposes it as a draft. */
export function NewCase({ projectId, testSetId, name }: NewCaseProps): ReactElement {
  const place = { projectId, testSetId }
  const navigate = useNavigate()
  const mayEdit = useProjectRight(projectId, 'edit')
  const [fields, setFields] = useState(emptyCase)
  const form = useRef<HTMLFormElement>(null)
  const add = useHubAction('addCases', {
    refreshes: caseReadings,
    onDone: () => {
      showDone(mayEdit ? t.testSets.caseMade : t.testSets.caseProposed)
      void navigate({ to: '/projects/$projectId/test-sets/$testSetId', params: place })
    },
  })
  useHotkeys([['mod+S', () => form.current?.requestSubmit()]], [])
  return (
    <>
      <PageHeader
        question={t.testSets.newCaseTitle}
        answer={mayEdit ? t.testSets.newCaseAnswer : t.testSets.proposeAnswer}
        above={
          <TextLink to="/projects/$projectId/test-sets/$testSetId" params={place}>
            {name}
          </TextLink>
        }
      />
      <div className="case-page">
        <CaseForm
          {...place}
          fields={fields}
          onChange={setFields}
          problemOf={(pointer) => add.problemOf(`/cases/0${pointer}`)}
          isReadOnly={false}
          form={form}
          onSubmit={() => {
            const given = { ...toCaseChange(emptyCase, fields), question: fields.question }
            add.run({ ...place, body: { cases: [given] } })
          }}
          foot={
            <>
              <div className="case-page-buttons no-print">
                <ChangeProblem change={add} fields={casePointers.map((pointer) => `/cases/0${pointer}`)} />
                <Button type="submit" loading={add.isRunning}>
                  {mayEdit ? t.testSets.makeCase : t.testSets.proposeCase}
                </Button>
                <ButtonLink to="/projects/$projectId/test-sets/$testSetId" params={place} variant="default">
                  {t.testSets.cancel}
                </ButtonLink>
                <span className="quiet">{t.testSets.saveKeys}</span>
              </div>
            </>
          }
        />
        <div className="case-page-aside">
          <CheckTrial projectId={projectId} checks={fields.checks} caseOf={toCheckCase(fields)} />
        </div>
      </div>
    </>
  )
}
