import { createRoute } from '@tanstack/react-router'
import { hubQuery } from '../api/hub-query.ts'
import { NotFound } from '../frame/not-found.tsx'
import { PageProblem } from '../frame/page-problem.tsx'
import { ProjectFrame } from '../frame/project-frame.tsx'
import { frameRoute } from './frame.route.tsx'

/** Parent of every page of a project: the project is read before the page shows, and its events are heard. */
export const projectRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/projects/$projectId',
  loader: ({ context, params }) => context.queryClient.ensureQueryData(hubQuery('getProject', params)),
  component: ProjectFrame,
  errorComponent: PageProblem,
  notFoundComponent: NotFound,
})
