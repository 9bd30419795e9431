import type { FeatureSettings } from '../classifier/hash-features.ts'
import type { Token } from './read-tokens.ts'

/** What the model counts in an abstracted text. */
export const toxicityFeatures: FeatureSettings = { bits: 15, words: [1, 4], characters: [2, 1] }

/**
 * What a model reads in place of the words: each word by its class, so that no group and no insult weighs more than
 * another; then once more only the words that matter, so that what belongs together stands together.
 */
export function abstractTokens(tokens: readonly Token[]): string {
  const loaded = tokens.filter(isLoaded)
  return `${tokens.map(nameToken).join(' ')} | ${loaded.map((token) => `x${nameToken(token)}`).join(' ')}`
}

/** Whether a word does something in what is looked for. */
export function isLoaded(token: Token): boolean {
  return token.class !== null && token.class !== 'mark' && token.class !== 'be' && token.class !== 'and'
}

/** Function words that tell frames apart; any other word of no class is `w`. */
const kept = new Set(
  `a an the of to in on at for with from by as than that this these those it if when who what why how do does did have has
  can could may might just only really all most some any many every such so too very more than like before after against about
  there here then always ever other because has had get make makes made go goes`.split(/\s+/),
)

function nameToken({ class: name, word, isNegated, isQuoted }: Token): string {
  if (name === 'mark') return word === '\n' ? '.' : word
  if (name === null) return kept.has(word) ? word : 'w'
  return `${isQuoted && canQuote.has(name) ? 'q' : ''}${isNegated && canNegate.has(name) ? 'not' : ''}${name}`
}

const canNegate: ReadonlySet<string> = new Set([
  'vermin',
  'insult',
  'bad',
  'dislike',
  'harm',
  'perish',
  'expel',
  'good',
])
const canQuote: ReadonlySet<string> = new Set([...canNegate, 'slur', 'group'])
