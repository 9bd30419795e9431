import { createRoute } from '@tanstack/react-router'
import * as z from 'zod'
import { lazyPage } from './lazy-page.ts'
import { rootRoute } from './root.route.tsx'
import { text } from './search-schemas.ts'

const tokenSearch = z.object({ token: text })

/** Pages for whoever is not signed in. */
export const guestRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: z.object({ next: text, error: text }),
    component: lazyPage(() => import('../pages/guest/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/setup',
    validateSearch: tokenSearch.extend({ next: text }),
    component: lazyPage(() => import('../pages/guest/setup-page.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invitation',
    validateSearch: tokenSearch,
    component: lazyPage(() => import('../pages/guest/invitation-page.tsx'), 'InvitationPage'),
  }),
] as const
