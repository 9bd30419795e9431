import { Button, Drawer, Group, Skeleton, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { OpenLink } from '../../components/open-link.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import type { Choices } from './start-choices.ts'
import { StartFields } from './start-fields.tsx'
import { StartPlan } from './start-plan.tsx'
import { toStartBody } from './start-values.ts'
import { useStartValues } from './use-start-values.ts'
import './start-evaluation.css'

interface StartEvaluationProps {
  readonly projectId: string
  readonly onClose: () => void
}

/** Asks what is to be evaluated, says what that would ask, and starts it. */
export function StartEvaluation({ projectId, onClose }: StartEvaluationProps): ReactElement {
  const documents = useHub('listDocuments', { projectId, query: { limit: 500 } })
  const sets = useHub('listTestSets', { projectId, query: { limit: 500 } })
  const targets = documents.data?.items.filter(({ kind }) => kind === 'target')
  const checks = documents.data?.items.filter(({ kind }) => kind === 'check')
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t.evaluations.start.title}
      closeButtonProps={{ 'aria-label': t.components.close }}
    >
      <ProblemNote error={documents.error ?? sets.error} />
      {(targets === undefined || sets.data === undefined) && documents.error === null && (
        <Skeleton height={320} />
      )}
      {targets !== undefined && checks !== undefined && sets.data !== undefined && (
        <StartForm
          projectId={projectId}
          targets={targets}
          checks={checks}
          sets={sets.data.items}
          onClose={onClose}
        />
      )}
    </Drawer>
  )
}

const fields = ['/name', '/targetId', '/testSetIds', '/judge', '/repeats', '/gates', '/budgetUsd', '/limit']

function StartForm({ onClose, ...choices }: Choices & { readonly onClose: () => void }): ReactElement {
  const { projectId, targets, sets } = choices
  const navigate = useNavigate()
  const { values, set } = useStartValues(choices)
  const start = useHubAction('startEvaluation', {
    refreshes: ['listEvaluations', 'listStandings'],
    onDone: ({ id }) => {
      showDone(t.evaluations.start.started)
      void navigate({
        to: '/projects/$projectId/evaluations/$evaluationId',
        params: { projectId, evaluationId: id },
      })
    },
  })
  if (targets.length === 0) return <Missing projectId={projectId} what="targets" />
  if (sets.length === 0) return <Missing projectId={projectId} what="test-sets" />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start.run({ projectId, body: toStartBody(values) })
      }}
    >
      <Stack>
        <StartFields choices={choices} values={values} set={set} problemOf={start.problemOf} />
        <ChangeProblem change={start} fields={fields} />
        <Group className="start-foot">
          <StartPlan sets={sets} values={values} projectId={projectId} />
          <Button
            type="submit"
            loading={start.isRunning}
            disabled={values.targetId === '' || values.testSetIds.length === 0}
          >
            {t.evaluations.start.start}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t.components.confirm.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface MissingProps {
  readonly projectId: string
  readonly what: 'targets' | 'test-sets'
}

function Missing({ projectId, what }: MissingProps): ReactElement {
  const words = t.evaluations.start
  return (
    <EmptyState
      what={what === 'targets' ? words.noTarget : words.noSet}
      action={
        <OpenLink to={`/projects/$projectId/${what}`} params={{ projectId }}>
          {what === 'targets' ? words.addTarget : words.addSet}
        </OpenLink>
      }
    />
  )
}
