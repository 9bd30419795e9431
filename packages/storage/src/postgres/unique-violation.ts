/** PostgreSQL's `unique_violation`: somebody else was faster than the look before. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
