import type { Kysely } from 'kysely'
import type { PeopleTables } from './control-tables.ts'

/** Everything the hub keeps beside facts. Each area adds its tables here. */
export type ControlTables = PeopleTables

/** PGlite or PostgreSQL, or a transaction on it. The caller opens it; a query never does. */
export type ControlDatabase = Kysely<ControlTables>
