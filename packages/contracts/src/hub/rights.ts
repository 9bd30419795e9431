import * as z from 'zod'

/** From most to least. A role of the organisation holds in all its projects. */
export const roleSchema = z.enum(['owner', 'maintainer', 'reviewer', 'viewer'])
export type Role = z.infer<typeof roleSchema>

/**
 * `read` see · `review` comment, label, decide, propose · `edit` change what is tested and how · `run` spend: evaluations,
 * schedules · `administer` members, keys, secrets, deleting.
 */
export const rightSchema = z.enum(['read', 'review', 'edit', 'run', 'administer'])
export type Right = z.infer<typeof rightSchema>

/** What each role may do. */
export const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  owner: ['read', 'review', 'edit', 'run', 'administer'],
  maintainer: ['read', 'review', 'edit', 'run'],
  reviewer: ['read', 'review'],
  viewer: ['read'],
}
