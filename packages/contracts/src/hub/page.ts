import * as z from 'zod'

/** Every list is read page by page, newest first unless it says otherwise. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /** `next` of the page before. */
  cursor: z.string().max(500).optional(),
})
export type PageQuery = z.output<typeof pageQuerySchema>

/** `next`: cursor of the page behind; `null`: this is the last. `total`: how many there are in all, where it is counted. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int().optional() })

export interface Page<T> {
  items: T[]
  next: string | null
  total?: number | undefined
}

/** ISO 8601 in UTC. */
export const timeSchema = z.iso.datetime()

export const idSchema = z.uuid()

export const nameSchema = z.string().trim().min(1).max(120)

/** Free text of people: reasons, comments, notes. */
export const noteSchema = z.string().trim().max(10_000)

/** Who did it: a person, or a key that acts for one. */
export const actorSchema = z.object({ id: z.string(), name: z.string() })
export type Actor = z.infer<typeof actorSchema>
