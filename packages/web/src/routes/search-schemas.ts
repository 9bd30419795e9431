import * as z from 'zod'

/** A text of the address that may be missing; what is no text is left out and breaks nothing. */
export const text = z.string().optional().catch(undefined)

/** Filter of the audit log: who, what, of which days. */
export const auditSearch = z.object({
  personId: text,
  action: text,
  subjectId: text,
  from: text,
  to: text,
  /** Number of the entry that is shown whole. */
  entry: z.number().int().optional().catch(undefined),
})
