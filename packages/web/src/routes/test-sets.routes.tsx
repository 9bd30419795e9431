import { createRoute } from '@tanstack/react-router'
import * as z from 'zod'
import { lazyPage } from './lazy-page.ts'
import { projectRoute } from './project.route.tsx'
import { text } from './search-schemas.ts'

const number = z.number().int().optional().catch(undefined)

/** Of a list of cases; kept on the way to a case, so that the way back and to its neighbours stays the same. */
const caseFilter = z.object({
  text,
  status: z.enum(['active', 'draft']).optional().catch(undefined),
  type: text,
  topic: text,
  tag: text,
  language: text,
  /** Of the test set; absent: the current one. */
  version: number,
})

export const testSetRoutes = [
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'test-sets',
    validateSearch: z.object({
      name: text,
      archived: z.literal('yes').optional().catch(undefined),
      sort: text,
    }),
    component: lazyPage(() => import('../pages/test-sets/test-set-list-page.tsx'), 'TestSetListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'test-sets/$testSetId',
    validateSearch: caseFilter.extend({
      show: z.enum(['history', 'import', 'new-case']).optional().catch(undefined),
    }),
    component: lazyPage(() => import('../pages/test-sets/test-set-page.tsx'), 'TestSetPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'test-sets/$testSetId/cases/$caseId',
    validateSearch: caseFilter,
    component: lazyPage(() => import('../pages/test-sets/case-page.tsx'), 'CasePage'),
  }),
] as const
