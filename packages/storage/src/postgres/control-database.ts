import type { Kysely } from 'kysely'
import type { AnnotationTables } from './annotation-tables.ts'
import type { PeopleTables } from './control-tables.ts'
import type { DocumentTables } from './document-tables.ts'
import type { EvaluationTables } from './evaluation-tables.ts'
import type { ReviewTables } from './review-tables.ts'
import type { TestSetTables } from './test-set-tables.ts'
import type { WorkTables } from './work-tables.ts'

/** Everything the hub keeps beside facts. Each area adds its tables here. */
export type ControlTables = PeopleTables &
  DocumentTables &
  TestSetTables &
  EvaluationTables &
  ReviewTables &
  AnnotationTables &
  WorkTables

/** PGlite or PostgreSQL, or a transaction on it. The caller opens it; a query never does. */
export type ControlDatabase = Kysely<ControlTables>
