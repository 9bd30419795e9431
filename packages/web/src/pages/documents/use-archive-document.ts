import type { HubDocument } from '@assay/contracts/hub'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { documentReadings } from './use-document-change.ts'

interface Archiving {
  readonly isRunning: boolean
  readonly toggle: () => void
}

/** Archives one or brings it back; both can be taken back. */
export function useArchiveDocument(document: HubDocument, onFailed: (error: Error) => void): Archiving {
  const { projectId, id: documentId, name } = document
  const change = useHubAction('changeDocument', {
    refreshes: documentReadings,
    onFailed,
    onDone: ({ archivedAt, revision }) => {
      const isArchived = archivedAt !== null
      showUndo(isArchived ? t.documents.archivedNow(name) : t.documents.unarchivedNow(name), () =>
        change.run({ projectId, documentId, body: { archived: !isArchived } }, revision),
      )
    },
  })
  return {
    isRunning: change.isRunning,
    toggle: () =>
      change.run(
        { projectId, documentId, body: { archived: document.archivedAt === null } },
        document.revision,
      ),
  }
}
