import type { Evaluation } from '@assay/contracts/hub'
import { Menu } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showDone, showProblem, showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'

/** Takes the evaluation out of the lists, or brings it back. */
export function ArchiveItem({ evaluation }: { readonly evaluation: Evaluation }): ReactElement {
  const { id: evaluationId, projectId, archivedAt, revision } = evaluation
  const change = useHubAction('changeEvaluation', { refreshes: ['getEvaluation', 'listEvaluations'] })
  const words = t.evaluations.do
  const set = async (archived: boolean, from: number): Promise<void> => {
    try {
      const changed = await change.runAsync({ projectId, evaluationId, body: { archived } }, from)
      if (archived) showUndo(words.archived, () => void set(false, changed.revision))
      else showDone(words.broughtBack)
    } catch (error) {
      showProblem(error instanceof Error ? error : new Error(String(error)))
    }
  }
  return (
    <Menu.Item onClick={() => void set(archivedAt === null, revision)}>
      {archivedAt === null ? words.archive : words.unarchive}
    </Menu.Item>
  )
}
