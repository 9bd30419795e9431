import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { TextLink } from '../../components/router-links.tsx'

interface TestSetNameProps {
  readonly projectId: string
  readonly id: string
  readonly tag?: string
}

/** The name of a test set, with a link to its cases. */
export function TestSetName({ projectId, id, tag }: TestSetNameProps): ReactElement {
  const read = useHub('getTestSet', { projectId, testSetId: id })
  return (
    <TextLink
      to="/projects/$projectId/test-sets/$testSetId"
      params={{ projectId, testSetId: id }}
      search={tag === undefined ? {} : { tag }}
    >
      {read.data?.name ?? id}
    </TextLink>
  )
}
