import { hubEventSchema, type EndpointId, type HubEvent } from '@assay/contracts/hub'
import { hubPath } from '@assay/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refresh } from './refresh.ts'

/** What is read again when a thing of the kind changes. */
const readingsOf: Readonly<Record<HubEvent['kind'], readonly EndpointId[]>> = {
  evaluation: ['listEvaluations', 'getEvaluation', 'listResults', 'getResult', 'listStandings', 'getReview'],
  document: [
    'listDocuments',
    'getDocument',
    'listDocumentVersions',
    'getLineage',
    'listRequirementStandings',
  ],
  'test-set': ['listTestSets', 'getTestSet', 'listCases', 'countCases', 'getCase', 'listTestSetVersions'],
  review: ['listReviews', 'getReview', 'listStandings'],
  finding: ['listFindings', 'getFinding', 'listStandings'],
  comment: ['listComments'],
  label: ['listQueues', 'getQueue', 'listLabels', 'getEvaluation', 'listStandings'],
}

/** Events come in bursts while an evaluation runs: read again at most this often. */
const pauseMs = 1_000

/** Keeps what is shown of a project right while others, and the hub's workers, change it. The browser reconnects. */
export function useProjectEvents(projectId: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource(hubPath('watchProject', { projectId }))
    const waiting = new Set<EndpointId>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const flush = () => {
      timer = null
      const ids = [...waiting]
      waiting.clear()
      void refresh(client, ids)
    }
    const hear = (event: MessageEvent<string>) => {
      const kind = readKind(event.data)
      if (kind === null) return
      for (const id of readingsOf[kind]) waiting.add(id)
      timer ??= setTimeout(flush, pauseMs)
    }
    for (const name of ['message', ...hubEventSchema.shape.kind.options]) source.addEventListener(name, hear)
    return () => {
      source.close()
      if (timer !== null) clearTimeout(timer)
    }
  }, [client, projectId])
}

function readKind(data: string): HubEvent['kind'] | null {
  try {
    return hubEventSchema.parse(JSON.parse(data)).kind
  } catch {
    // A keep-alive, or an event of a newer hub.
    return null
  }
}
