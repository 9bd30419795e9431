import type { DocumentBody } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import * as t from '../../../texts/texts.ts'
import { DocumentName } from '../document-name.tsx'
import { describeCron } from './describe-cron.ts'
import { NextRun } from './next-run.tsx'

interface WhenTextProps {
  readonly projectId: string
  readonly when: DocumentBody<'schedule'>['when']
  readonly isPaused: boolean
}

/** In words: how often it runs, and when next. */
export function WhenText({ projectId, when, isPaused }: WhenTextProps): ReactElement {
  if (isPaused) return <span className="unsure">{t.documents.when.paused}</span>
  if (when.kind === 'new-version') return <span>{t.documents.when['new-version']}</span>
  if (when.kind === 'knowledge-base-change')
    return (
      <span>
        {t.documents.when['knowledge-base-change']}
        {': '}
        <DocumentName projectId={projectId} kind="knowledge-base" id={when.knowledgeBaseId} />
      </span>
    )
  return (
    <>
      <div>{describeCron(when.cron, when.timeZone)}</div>
      <div className="quiet">
        <NextRun cron={when.cron} timeZone={when.timeZone} />
      </div>
    </>
  )
}
