import type { HubDocument } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useProjectRight } from '../../api/use-me.ts'
import { ButtonLink } from '../../components/router-links.tsx'
import { showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { useArchiveDocument } from './use-archive-document.ts'

interface DocumentActionsProps {
  readonly document: HubDocument
  /** The version that is shown. */
  readonly version: number
}

/** Of another area: its search is known there. */
const evaluations: string = '/projects/$projectId/evaluations'

/** What may be done with one. */
export function DocumentActions({ document, version }: DocumentActionsProps): ReactElement {
  const { projectId, id, kind, archivedAt } = document
  const { routesByPath } = useRouter()
  const mayEdit = useProjectRight(projectId, 'edit')
  const mayRun = useProjectRight(projectId, 'run')
  const archive = useArchiveDocument(document, showProblem)
  return (
    <>
      {kind === 'target' && mayRun && archivedAt === null && evaluations in routesByPath && (
        <ButtonLink to={evaluations} params={{ projectId }} search={{ start: true, target: id, version }}>
          {t.documents.evaluate}
        </ButtonLink>
      )}
      {mayEdit && (
        <>
          <ButtonLink to="." search={{ edit: 'yes' }} variant={kind === 'target' ? 'default' : 'filled'}>
            {t.documents.edit}
          </ButtonLink>
          <Button variant="default" loading={archive.isRunning} onClick={archive.toggle}>
            {archivedAt === null ? t.documents.archive : t.documents.unarchive}
          </Button>
        </>
      )}
    </>
  )
}
