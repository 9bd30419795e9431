import type { DocumentKind } from '@assay/contracts/hub'

/** The list each kind stands in; models, prompts and datasets share one. */
export const pathOfKind = {
  target: '/projects/$projectId/targets',
  model: '/projects/$projectId/models',
  prompt: '/projects/$projectId/models',
  'training-dataset': '/projects/$projectId/models',
  'knowledge-base': '/projects/$projectId/knowledge-bases',
  check: '/projects/$projectId/checks',
  requirement: '/projects/$projectId/requirements',
  schedule: '/projects/$projectId/schedules',
} as const satisfies Readonly<Record<DocumentKind, string>>
