import type { Evaluation } from '@assay/contracts/hub'
import { hubPath } from '@assay/sdk'
import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactElement } from 'react'
import { useProjectRight } from '../../api/use-me.ts'
import { ButtonLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { actionsOf } from './actions-of.ts'
import { ArchiveItem } from './archive-item.tsx'
import { RenameEvaluation } from './rename-evaluation.tsx'
import { useControl } from './use-control.ts'

/** What can be done with an evaluation as it stands. */
export function EvaluationActions({ evaluation }: { readonly evaluation: Evaluation }): ReactElement {
  const { id: evaluationId, projectId, passing } = evaluation
  const [isRenaming, renaming] = useDisclosure(false)
  const mayRun = useProjectRight(projectId, 'run')
  const control = useControl(evaluation)
  const buttons = actionsOf(evaluation).filter((action) => action !== 'check-again')
  const words = t.evaluations.do
  return (
    <>
      {mayRun &&
        buttons.map((action) => (
          <Button
            key={action}
            variant="default"
            loading={control.isRunning}
            onClick={() => control.run(action)}
          >
            {words[action]}
          </Button>
        ))}
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
      <MoreMenu evaluation={evaluation} control={control} onRename={renaming.open} />
      {isRenaming && <RenameEvaluation evaluation={evaluation} onClose={renaming.close} />}
    </>
  )
}

interface MoreMenuProps {
  readonly evaluation: Evaluation
  readonly control: ReturnType<typeof useControl>
  readonly onRename: () => void
}

const exportFormats = ['jsonl', 'csv', 'xlsx'] as const

/** What is done seldom: checking again, files, name and archive. */
function MoreMenu({ evaluation, control, onRename }: MoreMenuProps): ReactElement {
  const { id: evaluationId, projectId } = evaluation
  const mayEdit = useProjectRight(projectId, 'edit')
  const mayRun = useProjectRight(projectId, 'run')
  const words = t.evaluations.do
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default">{words.more}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayRun && actionsOf(evaluation).includes('check-again') && (
          <Menu.Item onClick={() => control.run('check-again')}>{words['check-again']}</Menu.Item>
        )}
        {exportFormats.map((format) => (
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
            <Menu.Item onClick={onRename}>{words.rename}</Menu.Item>
            <ArchiveItem evaluation={evaluation} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
