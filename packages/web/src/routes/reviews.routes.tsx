import { findingSchema, reviewStatusSchema } from '@assay/contracts/hub'
import { createRoute } from '@tanstack/react-router'
import * as z from 'zod'
import { lazyPage } from './lazy-page.ts'
import { projectRoute } from './project.route.tsx'
import { text } from './search-schemas.ts'

const flag = z.boolean().optional().catch(undefined)

/** Pages on which people review together: releases, answers, failures, findings. */
export const reviewRoutes = [
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'reviews',
    validateSearch: z.object({
      tab: z.literal('proposals').optional().catch(undefined),
      status: reviewStatusSchema.optional().catch(undefined),
      targetId: text,
      /** Proposals that were decided are shown too. */
      all: flag,
    }),
    component: lazyPage(() => import('../pages/reviews/review-list-page.tsx'), 'ReviewListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'reviews/new',
    validateSearch: z.object({
      targetId: text,
      version: z.number().int().positive().optional().catch(undefined),
    }),
    component: lazyPage(() => import('../pages/reviews/open-review-page.tsx'), 'OpenReviewPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'reviews/$reviewId',
    component: lazyPage(() => import('../pages/reviews/review-page.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'annotation',
    validateSearch: z.object({
      /** The form that draws a queue is open; with the evaluation it is drawn from. */
      draw: flag,
      evaluationId: text,
    }),
    component: lazyPage(() => import('../pages/annotation/queue-list-page.tsx'), 'QueueListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'annotation/$queueId',
    validateSearch: z.object({
      /** Rows whose labels differ, to settle them. */
      settle: flag,
    }),
    component: lazyPage(() => import('../pages/annotation/queue-page.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'findings',
    validateSearch: z.object({
      status: findingSchema.shape.status.optional().catch(undefined),
      kind: findingSchema.shape.kind.optional().catch(undefined),
      severity: findingSchema.shape.severity.optional().catch(undefined),
      show: z.enum(['import', 'new']).optional().catch(undefined),
    }),
    component: lazyPage(() => import('../pages/findings/finding-list-page.tsx'), 'FindingListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'findings/$findingId',
    component: lazyPage(() => import('../pages/findings/finding-page.tsx'), 'FindingPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'failures',
    validateSearch: z.object({
      evaluationId: text,
      categoryId: text,
      /** Only notes that nobody put into a category. */
      unsorted: flag,
    }),
    component: lazyPage(() => import('../pages/failures/failure-page.tsx'), 'FailurePage'),
  }),
] as const
