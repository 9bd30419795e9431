import { caseResultSchema } from '@assay/contracts'
import { evaluationStatusSchema } from '@assay/contracts/hub'
import { createRoute } from '@tanstack/react-router'
import * as z from 'zod'
import { lazyPage } from './lazy-page.ts'
import { projectRoute } from './project.route.tsx'
import { text } from './search-schemas.ts'

const flag = z.boolean().optional().catch(undefined)

/** Filter of the results: kept from the list to the case, so that the way through it stays the same. */
const resultFilter = z.object({
  text,
  outcome: caseResultSchema.shape.outcome.optional().catch(undefined),
  passed: flag,
  type: text,
  level: text,
  topic: text,
  language: text,
  length: text,
  tag: text,
  source: text,
  component: text,
  check: text,
  hidden: flag,
})

export const evaluationRoutes = [
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'evaluations',
    validateSearch: z.object({
      name: text,
      targetId: text,
      testSetId: text,
      status: evaluationStatusSchema.optional().catch(undefined),
      from: text,
      to: text,
      archived: flag,
      /** The form that starts one is open. */
      start: flag,
    }),
    component: lazyPage(() => import('../pages/evaluations/evaluation-list-page.tsx'), 'EvaluationListPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'evaluations/$evaluationId',
    validateSearch: resultFilter,
    component: lazyPage(() => import('../pages/evaluations/evaluation-page.tsx'), 'EvaluationPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'evaluations/$evaluationId/results/$caseId',
    validateSearch: resultFilter.extend({
      /** Of its attempts the one that is shown; absent: the first that was judged. */
      attempt: z.number().int().optional().catch(undefined),
      /** Claim of the reference that is lit up. */
      claim: z.number().int().optional().catch(undefined),
    }),
    component: lazyPage(() => import('../pages/results/result-page.tsx'), 'ResultPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoute,
    path: 'comparisons',
    validateSearch: z.object({
      a: text,
      b: text,
      /** Difference that does not matter, in percentage points. */
      margin: z.number().min(0).max(100).optional().catch(undefined),
      change: z.enum(['gained', 'lost', 'changed']).optional().catch(undefined),
      type: text,
      /** Case whose sides are shown. */
      case: text,
    }),
    component: lazyPage(() => import('../pages/comparisons/comparison-page.tsx'), 'ComparisonPage'),
  }),
] as const
