import type { HubDocument } from '@assay/contracts/hub'
import { Skeleton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { BodyFacts } from './body-facts.tsx'

interface OldBodyProps {
  readonly document: HubDocument
  readonly version: number
}

/** What an earlier version said. */
export function OldBody({ document, version }: OldBodyProps): ReactElement {
  const { projectId, id: documentId, kind, version: current } = document
  const versions = useHubPages('listDocumentVersions', { projectId, documentId, query: { limit: 100 } })
  const found = versions.rows.find((one) => one.version === version)
  if (found === undefined && versions.hasMore && !versions.isLoadingMore) versions.loadMore()
  return (
    <>
      <p className="document-page-note" role="status">
        {t.documents.oldVersion(version, current)}
        <TextLink to="." search={() => ({})}>
          {t.documents.showCurrent}
        </TextLink>
      </p>
      <ProblemNote error={versions.error} onRetry={versions.retry} />
      {found === undefined ? (
        versions.error === null && versions.isLoading && <Skeleton height={200} maw={760} />
      ) : (
        <BodyFacts projectId={projectId} kind={kind} body={found.body} />
      )}
    </>
  )
}
