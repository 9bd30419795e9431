import { HubError } from '@assay/sdk'
import { createRoute, redirect } from '@tanstack/react-router'
import { hubQuery } from '../api/hub-query.ts'
import { AppFrame } from '../frame/app-frame.tsx'
import { NotFound } from '../frame/not-found.tsx'
import { PageProblem } from '../frame/page-problem.tsx'
import { rootRoute } from './root.route.tsx'

/** Everything behind the sign-in. Who is not signed in goes there, and comes back afterwards. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'in',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(hubQuery('getMe'))
    } catch (error) {
      if (error instanceof HubError && error.problem.status === 401)
        throw redirect({ to: '/sign-in', search: { next: location.href } })
      throw error
    }
  },
  component: AppFrame,
  errorComponent: PageProblem,
  notFoundComponent: NotFound,
})
