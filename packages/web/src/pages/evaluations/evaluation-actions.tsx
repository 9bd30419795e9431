import type { Evaluation } from '@assay/contracts/hub'
import { hubPath } from '@assay/sdk'
import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { ButtonLink } from '../../components/router-links.tsx'
import { showDone, showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { actionsOf, type ControlAction } from './actions-of.ts'
import { ArchiveItem } from './archive-item.tsx'
import { RenameEvaluation } from './rename-evaluation.tsx'

/** What can be done with an evaluation as it stands. */
export function EvaluationActions({ evaluation }: { readonly evaluation: Evaluation }): ReactElement {
  const { id: evaluationId, projectId, passing } = evaluation
  const [isRenaming, renaming] = useDisclosure(false)
  const mayEdit = useProjectRight(projectId, 'edit')
  const mayRun = useProjectRight(projectId, 'run')
  const words = t.evaluations.do
  return (
    <>
      {mayRun && <ControlButtons evaluation={evaluation} />}
      {passing !== null && (
        <ButtonLink
          to="/projects/$projectId/comparisons"
          params={{ projectId }}
          search={{ b: evaluationId }}
          variant="default"
        >
          {words.compare}
        </ButtonLink>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default">{words.more}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['jsonl', 'csv', 'xlsx'] as const).map((format) => (
            <Menu.Item
              key={format}
              component="a"
              href={`${hubPath('exportResults', { projectId, evaluationId })}?format=${format}`}
              download
            >
              {`${words.export}: ${words.exportAs[format]}`}
            </Menu.Item>
          ))}
          {mayEdit && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={renaming.open}>{words.rename}</Menu.Item>
              <ArchiveItem evaluation={evaluation} />
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isRenaming && <RenameEvaluation evaluation={evaluation} onClose={renaming.close} />}
    </>
  )
}

function ControlButtons({ evaluation }: { readonly evaluation: Evaluation }): ReactElement {
  const { id: evaluationId, projectId } = evaluation
  const navigate = useNavigate()
  const control = useHubAction('controlEvaluation', {
    refreshes: ['getEvaluation', 'listEvaluations'],
    onDone: (answer, { body }) => {
      showDone(t.evaluations.do.started[body.do])
      if (answer.id !== evaluationId)
        void navigate({
          to: '/projects/$projectId/evaluations/$evaluationId',
          params: { projectId, evaluationId: answer.id },
        })
    },
  })
  const run = (action: ControlAction) => {
    control
      .runAsync({ projectId, evaluationId, body: { do: action } })
      .catch((error: unknown) => showProblem(error instanceof Error ? error : new Error(String(error))))
  }
  return (
    <>
      {actionsOf(evaluation).map((action) => (
        <Button key={action} variant="default" loading={control.isRunning} onClick={() => run(action)}>
          {t.evaluations.do[action]}
        </Button>
      ))}
    </>
  )
}
