import { annotationEndpoints } from './annotations.ts'
import { auditEndpoints } from './audit.ts'
import { backupEndpoints } from './backups.ts'
import { documentEndpoints } from './documents.ts'
import { evaluationEndpoints } from './evaluations.ts'
import { peopleEndpoints } from './people.ts'
import { projectEndpoints } from './projects.ts'
import { reviewEndpoints } from './reviews.ts'
import { testSetEndpoints } from './test-sets.ts'

/** Everything the hub answers below `/api/v1`. */
export const endpoints = {
  ...peopleEndpoints,
  ...projectEndpoints,
  ...documentEndpoints,
  ...testSetEndpoints,
  ...evaluationEndpoints,
  ...reviewEndpoints,
  ...annotationEndpoints,
  ...auditEndpoints,
  ...backupEndpoints,
} as const
export type EndpointId = keyof typeof endpoints

export * from './annotations.ts'
export * from './audit.ts'
export * from './backups.ts'
export * from './documents.ts'
export * from './endpoint.ts'
export * from './evaluations.ts'
export * from './findings.ts'
export * from './page.ts'
export * from './people.ts'
export * from './problem.ts'
export * from './projects.ts'
export * from './reviews.ts'
export * from './rights.ts'
export * from './test-sets.ts'
