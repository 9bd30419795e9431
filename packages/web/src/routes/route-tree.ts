import { evaluationRoutes } from './evaluations.routes.tsx'
import { documentRoutes } from './documents.routes.tsx'
import { frameRoute } from './frame.route.tsx'
import { guestRoutes } from './guest.routes.tsx'
import { organisationRoutes } from './organisation.routes.tsx'
import { projectRoute } from './project.route.tsx'
import { projectRoutes } from './project.routes.tsx'
import { reviewRoutes } from './reviews.routes.tsx'
import { rootRoute } from './root.route.tsx'
import { testSetRoutes } from './test-sets.routes.tsx'

/** Every page. Each area has its file of routes; a page of a project stands below `projectRoute`. */
export const routeTree = rootRoute.addChildren([
  ...guestRoutes,
  frameRoute.addChildren([
    ...organisationRoutes,
    projectRoute.addChildren([
      ...projectRoutes,
      ...testSetRoutes,
      ...documentRoutes,
      ...evaluationRoutes,
      ...reviewRoutes,
    ]),
  ]),
])
