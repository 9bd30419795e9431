import * as z from 'zod'

/** RFC 9457 problem details; `code` is of the error catalogue. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  where: z.string().optional(),
  fix: z.string().optional(),
  /** Of bad input: which field is wrong, as a JSON pointer. */
  fields: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  requestId: z.string(),
})
export type Problem = z.infer<typeof problemSchema>
