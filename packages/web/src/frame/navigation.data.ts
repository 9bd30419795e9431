/** Pages of a project, in their order; one stands in the menu as soon as its route exists. */
export const projectPages = [
  '/projects/$projectId',
  '/projects/$projectId/evaluations',
  '/projects/$projectId/comparisons',
  '/projects/$projectId/reviews',
  '/projects/$projectId/annotation',
  '/projects/$projectId/failures',
  '/projects/$projectId/findings',
  '/projects/$projectId/requirements',
  '/projects/$projectId/test-sets',
  '/projects/$projectId/checks',
  '/projects/$projectId/targets',
  '/projects/$projectId/knowledge-bases',
  '/projects/$projectId/models',
  '/projects/$projectId/playground',
  '/projects/$projectId/schedules',
  '/projects/$projectId/members',
  '/projects/$projectId/audit',
  '/projects/$projectId/settings',
] as const

/** Pages of the organisation; `administer`: only for whoever holds that right. */
export const organisationPages = [
  { to: '/', administer: false },
  { to: '/people', administer: true },
  { to: '/api-keys', administer: false },
  { to: '/audit', administer: true },
  { to: '/account', administer: false },
] as const
