import { Outlet, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useProjectEvents } from '../api/use-project-events.ts'

/** Hears what changes in the project while one of its pages is open. */
export function ProjectFrame(): ReactElement {
  const { projectId } = useParams({ strict: false })
  return (
    <>
      {projectId !== undefined && <ProjectEvents projectId={projectId} />}
      <Outlet />
    </>
  )
}

function ProjectEvents({ projectId }: { readonly projectId: string }): null {
  useProjectEvents(projectId)
  return null
}
