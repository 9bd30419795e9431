import { createRoute } from '@tanstack/react-router'
import * as z from 'zod'
import { lazyPage } from './lazy-page.ts'
import { projectRoute } from './project.route.tsx'
import { text } from './search-schemas.ts'

const number = z.number().int().optional().catch(undefined)
const yes = z.literal('yes').optional().catch(undefined)

const listSearch = z.object({
  name: text,
  archived: yes,
  sort: text,
  /** The form of a new one is open. */
  make: yes,
})

const detailSearch = z.object({
  /** An old version that is shown; absent: the current one. */
  version: number,
  /** Two versions that are compared. */
  from: number,
  to: number,
  edit: yes,
})

const documentPage = lazyPage(() => import('../pages/documents/document-page.tsx'), 'DocumentPage')

/** Pages of the versioned things: a list and one of each kind. */
export const documentRoutes = [
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'targets',
    validateSearch: listSearch,
    component: lazyPage(() => import('../pages/targets/target-list-page.tsx'), 'TargetListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'targets/$documentId',
    validateSearch: detailSearch,
    component: documentPage,
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'requirements',
    validateSearch: listSearch,
    component: lazyPage(() => import('../pages/documents/requirement-list-page.tsx'), 'RequirementListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'requirements/$documentId',
    validateSearch: detailSearch,
    component: documentPage,
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'models',
    validateSearch: listSearch.extend({
      kind: z.enum(['prompt', 'training-dataset']).optional().catch(undefined),
    }),
    component: lazyPage(() => import('../pages/documents/registry-page.tsx'), 'RegistryPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'models/$documentId',
    validateSearch: detailSearch,
    component: documentPage,
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'knowledge-bases',
    validateSearch: listSearch,
    component: lazyPage(
      () => import('../pages/documents/knowledge-base-list-page.tsx'),
      'KnowledgeBaseListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'knowledge-bases/$documentId',
    validateSearch: detailSearch,
    component: documentPage,
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'checks',
    validateSearch: listSearch,
    component: lazyPage(() => import('../pages/documents/check-list-page.tsx'), 'CheckListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'checks/$documentId',
    validateSearch: detailSearch,
    component: documentPage,
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'schedules',
    validateSearch: listSearch,
    component: lazyPage(() => import('../pages/documents/schedule-list-page.tsx'), 'ScheduleListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'schedules/$documentId',
    validateSearch: detailSearch,
    component: documentPage,
  }),
] as const
