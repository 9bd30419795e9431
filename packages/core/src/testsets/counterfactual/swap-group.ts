import { identities, peopleWords, type Identity } from './identities.data.ts'
import { keepCase } from './keep-case.ts'

type Form = 'adjective' | 'noun' | 'plural' | 'place'

interface Mention {
  readonly start: number
  readonly end: number
  readonly identity: Identity
  readonly form: Form
}

/** The one identity of a dimension that a text speaks of; `null`: none, or several. */
export function findGroup(text: string, dimension: string): Identity | null {
  const found = new Set(findMentions(text, identities[dimension] ?? []).map(({ identity }) => identity))
  const [only] = found
  return found.size === 1 && only ? only : null
}

/** Every mention of the one identity as the other, articles agreeing. `null`: the other has no such form. */
export function swapGroup(text: string, from: Identity, to: Identity): string | null {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, form } of findMentions(text, [from])) {
    const other = to[form]
    if (other === undefined) return null
    const found = text.slice(start, end)
    pieces.push(
      fitArticle(text.slice(at, start), other),
      isSentenceStart(text, start) || isShouted(found) ? keepCase(found, other) : other,
    )
    at = end
  }
  return pieces.join('') + text.slice(at)
}

const people = peopleWords.split(/\s+/).join('|')
/** Spelt with a small letter these have other senses: they must stand before people, or after `I am` and the like. */
const beforePeople = new RegExp(`^\\s+(?:\\w+\\s+)?(?:${people})\\b`, 'i')
const afterBeing =
  /\b(?:I|he|she|they|we|you|who|[a-z]+er|tenant|applicant|patient|customer|student)(?:\s+(?:am|is|are|was|were)|['’](?:m|s|re))\s+(?:an?\s+)?$/i

function findMentions(text: string, list: readonly Identity[]): readonly Mention[] {
  return list
    .flatMap((identity) =>
      (['plural', 'place', 'noun', 'adjective'] as const).flatMap((form) => findForm(text, identity, form)),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, index, all) => start !== all[index - 1]?.start)
}

function findForm(text: string, identity: Identity, form: Form): readonly Mention[] {
  const word = identity[form]
  if (word === undefined) return []
  return [...text.matchAll(new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'gi'))]
    .map(({ index: start }) => ({ start, end: start + word.length, identity, form }))
    .filter((mention) => isMeant(text, mention, word))
}

function isMeant(text: string, { start, end, form }: Mention, word: string): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 40)]
  const isBeforePeople = beforePeople.test(after)
  if (form === 'adjective') return isBeforePeople || afterBeing.test(before)
  const isName = /^[A-Z]/.test(word) ? /^[A-Z]/.test(text.slice(start, end)) : true
  if (form === 'place') return isName && /\b(?:from|in|to|of)\s+$/i.test(before)
  return isName && (form === 'plural' || (/\ban?\s+(?:\w+\s+)?$/i.test(before) && !isBeforePeople))
}

const isSentenceStart = (text: string, at: number): boolean =>
  at === 0 || /[.!?]\s+$/.test(text.slice(Math.max(0, at - 4), at))

const isShouted = (word: string): boolean => word === word.toUpperCase()

const fitArticle = (before: string, word: string): string =>
  before.replace(
    /\b([Aa])n?(\s+)$/,
    (_, article: string, space: string) => `${article}${/^[aeio]/i.test(word) ? 'n' : ''}${space}`,
  )
