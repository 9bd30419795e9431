import type { HubDocument } from '@assay/contracts/hub'
import { useCallback, useRef } from 'react'
import type { HubChange } from '../../api/use-hub-change.ts'
import { showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { useDocumentChange } from './use-document-change.ts'

interface Restoring {
  /** Stable. */
  readonly run: (version: number) => void
  readonly change: HubChange<'restoreDocument'>
}

/** Goes back to an earlier version, as a new one; the version before can be had back. */
export function useRestoreDocument({ projectId, id: documentId, version, revision }: HubDocument): Restoring {
  const place = { projectId, documentId }
  const wanted = useRef(version)
  const change = useDocumentChange('restoreDocument', place, {
    onTheirs: () => undefined,
    onDone: (after) =>
      showUndo(t.documents.restored(wanted.current, after.version), () => {
        wanted.current = version
        change.run({ ...place, body: { version } }, after.revision)
      }),
  })
  const { run } = change
  const latest = useRef({ run, revision, place })
  latest.current = { run, revision, place }
  return {
    change,
    run: useCallback((to: number) => {
      wanted.current = to
      latest.current.run({ ...latest.current.place, body: { version: to } }, latest.current.revision)
    }, []),
  }
}
