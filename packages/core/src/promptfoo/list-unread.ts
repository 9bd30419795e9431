import type { NotMapped } from './not-mapped.ts'

/** Keys that change no answer and no verdict. */
const withoutEffect: ReadonlySet<string> = new Set(['$schema', 'tags', 'description', 'metadata'])

/** The keys of a part that are not read: its own, in order. */
export const findUnread = (part: object, read: readonly string[]): readonly string[] =>
  Object.keys(part).filter((key) => !read.includes(key) && !withoutEffect.has(key))

export interface UnreadPlace {
  readonly where: string
  /** Put before each key: `options.`. */
  readonly prefix?: string
  /** By key, where more can be said than that it has no counterpart. */
  readonly reasons?: Readonly<Record<string, string>>
}

/** The keys of a part that are not read, each named with its reason. */
export const listUnread = (
  part: object,
  read: readonly string[],
  { where, prefix = '', reasons = {} }: UnreadPlace,
): readonly NotMapped[] =>
  findUnread(part, read).map((key) => ({
    what: `${prefix}${key}`,
    where,
    reason: reasons[key] ?? 'it has no counterpart',
  }))
