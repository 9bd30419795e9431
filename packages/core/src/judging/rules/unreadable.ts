import { readWords } from './read-words.ts'

const english: ReadonlySet<string> = new Set(
  'the of and is was to in for it that are by with as on at not be from has were which this'.split(' '),
)
const foreign: ReadonlySet<string> = new Set(
  'der die das und ist nicht ein eine den dem von zu mit für auf im wird sind el los las una y que es en por con para del se no le les des et est dans une du pour sur pas qui il per di che non sono och är inte het een niet'.split(
    ' ',
  ),
)
/** Invisible characters inside a word or number, or that turn the direction, change what is read without changing what is seen. */
const hiddenInside =
  /[\p{L}\p{N}][\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+[\p{L}\p{N}.,]|[\u202d\u202e]/u

/** Letters and digits that only look like those of English: mathematical and enclosed ones, digits of other scripts. */
const lookAlike = /[\u{1d400}-\u{1d7ff}\u2460-\u24ff\u{1f100}-\u{1f189}]|[^\P{Nd}0-9]/u
const mixedScripts =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u

/** Why the English rules must not judge a text, as the end of "the answer …"; `null`: they may. */
export function findUnreadable(text: string, language: string): string | null {
  if (hiddenInside.test(text)) return 'holds invisible characters that change how it reads'
  if (lookAlike.test(text) || mixedScripts.test(text)) return 'is written with look-alike characters'
  if (!/^en\b/iu.test(language) && language !== '')
    return 'is not for a case in English, the only language of the rules'
  return looksForeign(text) ? 'is not in English' : null
}

function looksForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters >= 8 && latin < letters / 2) return true
  const norms = readWords(text).map((word) => word.text.toLowerCase())
  const count = (set: ReadonlySet<string>): number => norms.filter((norm) => set.has(norm)).length
  return norms.length >= 5 && count(foreign) >= 2 && count(foreign) > 2 * count(english)
}
