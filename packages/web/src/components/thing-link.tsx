import type { LineageLink } from '@assay/contracts/hub'
import { useRouter } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { OpenLink } from './open-link.tsx'

export type ThingKind = LineageLink['kind'] | 'project' | 'finding'

interface ThingLinkProps {
  readonly kind: ThingKind
  readonly projectId: string
  readonly id: string
  readonly children: ReactNode
}

const below = (path: string) => `/projects/$projectId/${path}`

/** Page of each kind of thing; of several the first that exists. */
const pagesOf: Readonly<Record<ThingKind, readonly string[]>> = {
  project: ['/projects/$projectId'],
  evaluation: [below('evaluations/$evaluationId')],
  review: [below('reviews/$reviewId')],
  finding: [below('findings/$findingId'), below('findings')],
  'test-set': [below('test-sets/$testSetId')],
  target: [below('targets/$documentId'), below('targets')],
  requirement: [below('requirements/$documentId'), below('requirements')],
  'knowledge-base': [below('knowledge-bases/$documentId'), below('knowledge-bases')],
  model: [below('models/$documentId'), below('models')],
  prompt: [below('models/$documentId'), below('models')],
  'training-dataset': [below('models/$documentId'), below('models')],
  check: [below('checks/$documentId'), below('checks')],
  schedule: [below('schedules/$documentId'), below('schedules')],
}

/** Leads to any thing of a project by its kind and id, as lineage, audit and comments name it. */
export function ThingLink({ kind, projectId, id, children }: ThingLinkProps): ReactElement {
  const { routesByPath } = useRouter()
  const page = pagesOf[kind].find((path) => path in routesByPath) ?? ''
  const params = { projectId, evaluationId: id, reviewId: id, findingId: id, testSetId: id, documentId: id }
  return (
    <OpenLink to={page} params={params}>
      {children}
    </OpenLink>
  )
}
