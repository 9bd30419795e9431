import { createRoute } from '@tanstack/react-router'
import * as z from 'zod'
import { lazyPage } from './lazy-page.ts'
import { projectRoute } from './project.route.tsx'
import { auditSearch, text } from './search-schemas.ts'

/** Pages of a project that belong to no area of their own. */
export const projectRoutes = [
  createRoute({
    getParentRoute: () => projectRoute,
    path: '/',
    validateSearch: z.object({ target: text }),
    component: lazyPage(() => import('../pages/overview/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'members',
    validateSearch: z.object({ sort: text }),
    component: lazyPage(() => import('../pages/members/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'audit',
    validateSearch: auditSearch,
    component: lazyPage(() => import('../pages/audit/project-audit-page.tsx'), 'ProjectAuditPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'settings',
    component: lazyPage(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
  }),
] as const
