import { homoglyphs } from './homoglyphs.data.ts'
import { asItStands, rewrite, type Rewriting, type TextWithOrigins } from './text-with-origins.ts'

/**
 * The text as a reader would take it: compatibility forms folded (NFKC), characters that do not show removed, letters
 * of other scripts inside Latin words read as Latin, letters set apart joined, digits and signs in words read as
 * letters. Accents stay, and so do the marks of scripts that need them.
 */
export function normaliseText(text: string): TextWithOrigins {
  const latin = rewriteMatches(foldCharacters(asItStands(text)), mixedWord, toLatin)
  const joined = rewriteMatches(latin, spacedWord, joinLetters)
  return rewriteMatches(joined, wordWithDigits, toLetters)
}

/**
 * The text without its disguise alone, every other sign as it stands, for forms that hang on each of them: characters that
 * do not show removed, full-width and mathematical letters plain, letters of other scripts inside Latin words read as Latin.
 */
export function undisguise(text: string): TextWithOrigins {
  const plain = rewriteMatches(asItStands(text), disguisedCharacters, (part) =>
    part.replaceAll(unseen, '').normalize('NFKC'),
  )
  return rewriteMatches(plain, mixedWord, toLatin)
}

/** `null` where the part shall stay. */
type Rewriter = (part: string) => string | null

function rewriteMatches(source: TextWithOrigins, pattern: RegExp, toText: Rewriter): TextWithOrigins {
  const rewritings: Rewriting[] = []
  for (const match of source.text.matchAll(pattern)) {
    const text = toText(match[0])
    if (text !== null && text !== match[0])
      rewritings.push({ start: match.index, end: match.index + match[0].length, text })
  }
  return rewrite(source, rewritings)
}

/**
 * A character that is not ASCII with the marks upon it, or marks upon an ASCII letter; of marks as many as a
 * normaliser must take together (Unicode UAX 15, stream-safe text): more of them cost the square of their number.
 */
const foreignCluster = /[^\0-\x7f]\p{M}{0,30}|[\0-\x7f]\p{M}{1,30}/gsu // oxlint-disable-line no-control-regex

const foldCharacters = (source: TextWithOrigins): TextWithOrigins =>
  rewriteMatches(source, foreignCluster, foldCluster)

/** Zero width, direction, soft hyphen, variation selectors, fillers, tags: nothing of them shows. */
const unseen =
  /\p{Cf}|\u034f|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180f]|[\u3164\uffa0]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu
const disguisedCharacters =
  /(?:\p{Cf}|\u034f|[\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]|[\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}]|[\u{e0000}-\u{e0fff}])+/gu
/** Scripts whose letters go without marks beyond those that compose: more of them are noise. */
const markless = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{S}\s]/u

/** Ligatures of whole phrases stay: a text of nothing else would grow eighteenfold. */
const maxGrowth = 4

function foldCluster(cluster: string): string {
  const seen = cluster.replaceAll(unseen, '')
  const folded = seen.normalize('NFKC')
  if (folded.length > seen.length * maxGrowth) return seen
  return markless.test(folded) ? folded.replaceAll(/\p{M}/gu, '') : folded
}

/** A run of letters; whether its scripts are mixed is told by `toLatin`. */
const mixedWord = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}0-9]{2,}/gu

function toLatin(word: string): string | null {
  // oxlint-disable-next-line no-control-regex
  if (/^[\0-\x7f]*$/.test(word) || !/[a-z]/i.test(word)) return null
  return word.replaceAll(/[^\0-\x7f]/gu, (letter) => homoglyphs[letter] ?? letter) // oxlint-disable-line no-control-regex
}

/** Four single letters or more with the same one character between them. */
const spacedWord =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:([ ._*|~\\-])[\p{L}\p{N}])(?:\1[\p{L}\p{N}]){2,}(?![\p{L}\p{N}])/gu

const joinLetters: Rewriter = (part) => {
  const letters = part.replaceAll(/[ ._*|~\\-]/g, '')
  return /\p{L}{3}/u.test(letters) ? letters : null
}

/** No bar: it sets the cells of a table and the choices of a list apart (`yes|no`) far more often than it stands for an l. */
const letterOf: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const wordWithDigits = /(?<![\w@$.-])[a-z0-9@$!]{4,24}(?![\w@$.-])/gi

/** A digit stands inside the word or opens it (`1gnore`); one that ends it is a number (`sha1`, `gpt4`). */
const disguised = /^(?=.*[a-z].*[a-z])(?:.*[a-z][013457@$!]+[a-z]|[013457@$!][a-z]{3})/i

function toLetters(word: string): string | null {
  if (!/^[a-z013457@$!]+$/i.test(word) || !disguised.test(word)) return null
  const ending = /!+$/.exec(word)?.[0] ?? ''
  const body = word.slice(0, word.length - ending.length)
  const digits = body.replaceAll(/[a-z]/gi, '').length
  if (digits > body.length / 2) return null
  return body.replaceAll(/[^a-z]/gi, (sign) => letterOf[sign] ?? sign) + ending
}
