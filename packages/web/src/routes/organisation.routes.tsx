import { createRoute } from '@tanstack/react-router'
import * as z from 'zod'
import { NotFound } from '../frame/not-found.tsx'
import { frameRoute } from './frame.route.tsx'
import { lazyPage } from './lazy-page.ts'
import { auditSearch, text } from './search-schemas.ts'

/** Pages of the whole hub. */
export const organisationRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/',
    validateSearch: z.object({ sort: text }),
    component: lazyPage(() => import('../pages/home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/people',
    validateSearch: z.object({ sort: text }),
    component: lazyPage(() => import('../pages/people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/api-keys',
    validateSearch: z.object({ all: z.boolean().optional().catch(undefined) }),
    component: lazyPage(() => import('../pages/api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/audit',
    validateSearch: auditSearch,
    component: lazyPage(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/account',
    component: lazyPage(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFound }),
] as const
