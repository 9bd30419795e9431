import { classIndex } from './class-index.ts'
import type { Token } from './read-tokens.ts'

interface PersonalAttack {
  readonly token: Token
  readonly label: 'insult' | 'threat'
}

/** Insults and threats at somebody who is there or spoken of, in plain words: `you are such a …`, `I will … him`. */
export function findPersonalAttacks(tokens: readonly Token[]): readonly PersonalAttack[] {
  return tokens.flatMap((token, at): readonly PersonalAttack[] => {
    if (token.isNegated || token.isQuoted) return []
    if (isInsult(token) && isSaidOfSomebody(tokens, at)) return [{ token, label: 'insult' }]
    if (isCurse(tokens, at)) return [{ token, label: 'insult' }]
    return isThreat(tokens, at) ? [{ token, label: 'threat' }] : []
  })
}

const isPerson = (token: Token | undefined): boolean => token?.class === 'you' || token?.class === 'someone'

const isInsult = (token: Token): boolean => token.class !== null && classIndex.insultsAnyone.has(token.word)

/** Between a person and what the person is called: `you are just a lazy …`. */
const between: ReadonlySet<string | null> = new Set(['be', 'swear', 'bad', 'insult', 'vermin', 'slur'])
const fillers = new Set(
  'a an the such just so very really only nothing but all absolute total complete utter real little old'.split(
    ' ',
  ),
)
const insultReach = 5

/** A person not spoken to needs `is`: `his idiot brother` is another's insult at most. */
function isSaidOfSomebody(tokens: readonly Token[], at: number): boolean {
  let isPredicate = false
  for (let index = at - 1; index >= Math.max(0, at - insultReach); index -= 1) {
    const token = tokens[index]
    if (token?.class === 'you') return token.word === 'you' || isPredicate
    if (token?.class === 'someone') return isPredicate
    if (!token || (!between.has(token.class) && !fillers.has(token.word))) return false
    isPredicate ||= token.class === 'be'
  }
  return false
}

const curses = new Set(['fuck', 'screw', 'damn', 'fucking', 'bugger', 'sod'])

const isCurse = (tokens: readonly Token[], at: number): boolean =>
  curses.has(tokens[at]?.word ?? '') && tokens[at + 1]?.word === 'you'

const threatReach = 4

/** `I will … you`, `you should …`, `I hope he …`. */
function isThreat(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at]?.class
  if (name !== 'harm' && name !== 'perish') return false
  const before = sameClause(tokens.slice(Math.max(0, at - threatReach), at).toReversed())
  const has = (wanted: string): boolean => before.some((token) => token.class === wanted)
  const isWilled = has('will') || has('wish') || has('should')
  const isAimed = name === 'harm' && isPerson(tokens[at + 1]) && (has('me') || has('people'))
  return isWilled && (isAimed || (has('you') || has('someone') ? name === 'perish' || has('be') : false))
}

const sameClause = (tokens: readonly Token[]): readonly Token[] => {
  const end = tokens.findIndex((token) => token.class === 'mark')
  return end < 0 ? tokens : tokens.slice(0, end)
}
