import type { ClaimKey } from '@assay/contracts'
import { bindSlot, type Candidate, type Finding } from './bind-slot.ts'
import { siblingForms, withoutOverlap } from './match-name.ts'
import type { ReadAnswer } from './read-answer.ts'
import { codeName, type Slot } from './slot.ts'

/** Option names, flags, paths, codes: as written. Another code-like name in the slot contradicts. */
export function matchIdentifier(key: ClaimKey, answer: ReadAnswer, slot: Slot): Finding {
  const agreeing = [key.value, ...key.aliases].flatMap((form) => placesOf(form, answer.text))
  const siblings = siblingForms(key).flatMap((form) => placesOf(form, answer.text))
  const rivals = Array.from(answer.text.matchAll(codeLike))
    .filter((match) => !slot.known.includes(match[0].replaceAll('`', '')) && sameShape(match[0], key.value))
    .map((match): Candidate => ({ start: match.index, end: match.index + match[0].length, agrees: 'no' }))
  const candidates = withoutOverlap([
    ...agreeing.map((place): Candidate => ({ ...place, agrees: 'yes' })),
    ...siblings.map((place): Candidate => ({ ...place, agrees: 'no', knownWrong: true })),
    ...rivals,
  ])
  if (candidates.length === 0)
    return { status: 'unclear', reason: 'names nothing that could be compared', isAbsent: true }
  return bindSlot(candidates, answer, slot)
}

const codeLike = new RegExp(
  `\`[^\`\\n]{1,60}\`|(?<![\\w.])(?:[./~][\\w./-]+|[A-Z][A-Z0-9_]{2,}|${codeName.source})`,
  'gu',
)

/** Every place of a name as written, not inside a longer one. */
export function placesOf(
  form: string,
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  const escaped = form
    .trim()
    .replaceAll('`', '')
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  if (escaped === '') return []
  const exactCase = /^-[A-Za-z]$/u.test(form.trim())
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])${escaped}(?![\p{L}\p{N}_]|[-./][\p{L}\p{N}])`,
    exactCase ? 'gu' : 'giu',
  )
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const shapeOf = (name: string): string => {
  const bare = name.replaceAll('`', '')
  if (bare.startsWith('-')) return 'flag'
  if (/[\\/]/u.test(bare)) return 'path'
  if (/^[A-Z][A-Z0-9_]+$/u.test(bare)) return 'constant'
  return 'name'
}

const sameShape = (one: string, other: string): boolean => shapeOf(one) === shapeOf(other)
