import type { DocumentKind } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { ThingLink } from '../../components/thing-link.tsx'
import * as t from '../../texts/texts.ts'

interface DocumentNameProps {
  readonly projectId: string
  readonly kind: DocumentKind
  readonly id: string
  readonly version?: number
}

/** The name of a thing that is known by its id, with a link to it. */
export function DocumentName({ projectId, kind, id, version }: DocumentNameProps): ReactElement {
  const read = useHub('getDocument', { projectId, documentId: id })
  return (
    <>
      <ThingLink kind={kind} projectId={projectId} id={id}>
        {read.data?.name ?? id}
      </ThingLink>
      {version !== undefined && <span className="quiet"> {t.documents.versionOf(version)}</span>}
    </>
  )
}
