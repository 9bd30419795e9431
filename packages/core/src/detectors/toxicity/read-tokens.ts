import { classIndex, type TokenClass } from './class-index.ts'

/** A word, or several that are one in meaning: [start, end) of the text that was read. */
export interface Token {
  readonly start: number
  readonly end: number
  /** In lower case; the words of a phrase are joined by `_`. */
  readonly word: string
  /** `mark`: punctuation; `null`: a word that no list holds. */
  readonly class: TokenClass | 'mark' | null
  readonly isNegated: boolean
  readonly isQuoted: boolean
}

type Piece = Pick<Token, 'start' | 'end' | 'word'>

/** The words of a text by what they do, with negation and quotation in their reach marked. */
export function readTokens(text: string): readonly Token[] {
  return markScopes(resolveThem(classify(splitWords(text))))
}

const wordOrMark = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|[.!?;:,"“”«»()\n]/gu
const contraction = /^(.+?)(n['’]?t|['’](?:re|s|m|ll|ve|d))$/
const negatable =
  /^(?:do|does|did|is|are|was|were|have|has|had|would|could|should|must|need|wo|ca|ai|sha|might)$/
const contracted: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', sha: 'shall', ai: 'is' }

function splitWords(text: string): readonly Piece[] {
  return [...text.matchAll(wordOrMark)].flatMap(({ 0: found, index: start }) => {
    const end = start + found.length
    const word = found.toLowerCase().replaceAll('’', "'")
    if (word === 'cannot')
      return [
        { start, end, word: 'can' },
        { start, end, word: 'not' },
      ]
    const [, stem = '', ending = ''] = contraction.exec(word) ?? []
    if (ending.endsWith('t') && negatable.test(stem))
      return [
        { start, end, word: contracted[stem] ?? stem },
        { start, end, word: 'not' },
      ]
    if (ending.startsWith("'"))
      return [
        { start, end: start + stem.length, word: stem },
        { start: start + stem.length, end, word: ending.slice(1) },
      ]
    return [{ start, end, word }]
  })
}

const isMark = (word: string): boolean => !/[\p{L}\p{N}]/u.test(word)

type Classified = Pick<Token, 'start' | 'end' | 'word' | 'class'>

function classify(pieces: readonly Piece[]): readonly Classified[] {
  const tokens: Classified[] = []
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]
    if (!piece) break
    const found = findGroup(pieces, at) ?? findPhrase(pieces, at)
    const last = pieces[at + (found?.length ?? 1) - 1] ?? piece
    const single = isMark(piece.word) ? 'mark' : (classIndex.words.get(piece.word) ?? null)
    const length = found?.length ?? 1
    const word = pieces.slice(at, at + length).map((part) => part.word)
    tokens.push({ start: piece.start, end: last.end, word: word.join('_'), class: found?.class ?? single })
    at += length
  }
  return tokens
}

interface Found {
  readonly length: number
  readonly class: TokenClass
}

/** `black people`, `young Muslim women`: adjectives before a word for people or before a group. */
function findGroup(pieces: readonly Piece[], at: number): Found | null {
  const wordAt = (index: number) => pieces[index]?.word ?? ''
  let length = 0
  while (length < 3 && classIndex.groupAdjectives.has(wordAt(at + length))) length += 1
  if (length === 0) return null
  const noun = wordAt(at + length)
  if (classIndex.peopleNouns.has(noun) || classIndex.words.get(noun) === 'group')
    return { length: length + 1, class: 'group' }
  return null
}

const particles: ReadonlySet<string> = new Set(['out', 'back', 'up', 'away', 'off', 'down', 'home'])
/** How many words may stand between a verb and its particle: `kick all of those people out`. */
const particleReach = 5

function findPhrase(pieces: readonly Piece[], at: number): Found | null {
  for (const { rest, class: name } of classIndex.phrases.get(pieces[at]?.word ?? '') ?? []) {
    if (rest.every((word, index) => pieces[at + 1 + index]?.word === word))
      return { length: 1 + rest.length, class: name }
    const [particle = '', second] = rest
    if (second === undefined && particles.has(particle) && isBefore(pieces, at, particle))
      return { length: 1, class: name }
  }
  return null
}

function isBefore(pieces: readonly Piece[], at: number, particle: string): boolean {
  for (let index = at + 2; index <= at + 1 + particleReach; index += 1) {
    const word = pieces[index]?.word ?? '.'
    if (word === particle) return true
    if (isMark(word)) return false
  }
  return false
}

/** `they` and `them` after a group are that group. */
function resolveThem(tokens: readonly Classified[]): readonly Classified[] {
  let isNamed = false
  return tokens.map((token) => {
    if (token.class === 'group' || token.class === 'slur') isNamed = true
    return token.class === 'them' && isNamed ? { ...token, class: 'group' as const } : token
  })
}

/** A negation reaches so many words, and not past a mark or a conjunction. */
const negationReach = 7

function markScopes(tokens: readonly Classified[]): readonly Token[] {
  let [reach, isNegated, isQuoted] = [0, false, false]
  return tokens.map((token) => {
    if (/^["“”«»]$/.test(token.word)) isQuoted = !isQuoted
    if (token.class === 'mark' || token.class === 'and') reach = 0
    isNegated = reach > 0 && isNegated
    const marked = { ...token, isNegated, isQuoted }
    reach = Math.max(0, reach - 1)
    if (token.class === 'not' || token.class === 'nobody') [reach, isNegated] = [negationReach, !isNegated]
    return marked
  })
}
