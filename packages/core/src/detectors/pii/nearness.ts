import type { Zone } from './zones.ts'

/** How far before and after a value a word may stand that says what it is, in characters. */
const [reachBefore, reachAfter] = [56, 32]
/** What a character between them takes: of two values each word goes to the nearer. */
const perCharacter = 0.001

/** Tables of figures are read fast by it. */
const hasLetter = /[^\0-@[-`{-\x7F]/

/** 0: no such word is near; else close to 1, the closer the nearer. Words after a value count only on its line. */
export function nearness(text: string, { start, end }: Zone, words: RegExp): number {
  const before = text.slice(Math.max(0, start - reachBefore), start)
  const last = hasLetter.test(before) ? [...before.matchAll(words)].at(-1) : undefined
  if (last !== undefined) return 1 - (before.length - last.index - last[0].length) * perCharacter
  const [after = ''] = text.slice(end, end + reachAfter).split('\n', 1)
  const [first] = hasLetter.test(after) ? after.matchAll(words) : []
  // Less near than any before: a word mostly belongs to what follows it.
  return first === undefined ? 0 : 1 - (first.index + reachAfter) * perCharacter
}
