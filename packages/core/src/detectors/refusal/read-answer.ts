import { classifyStatement, type StatementKind } from './classify-statement.ts'
import { englishStatements } from './english-statements.data.ts'
import { readStatements, type Statement } from './read-statements.ts'

/** A statement with what it does in this answer. */
export type AnswerStatement = Statement & { readonly kind: StatementKind }

/** The answer's statements, each seen in the light of those before it and of the request. */
export function readAnswer(text: string, request: string): readonly AnswerStatement[] {
  const alone = readStatements(text).map((one) => ({ ...one, kind: classifyStatement(one) }))
  const isTale = asksForTale.test(request) && tellingLength(alone) > fewWords
  return seeTogether(
    alone.map((one) => ({ ...one, kind: isTale ? kindInTale(one) : kindByRequest(one, request) })),
  )
}

/** How much is told or delivered, in characters. */
export const tellingLength = (statements: readonly AnswerStatement[]): number =>
  lengthOf(statements, ['tells', 'delivers'])

export const lengthOf = (statements: readonly AnswerStatement[], kinds: readonly StatementKind[]): number =>
  statements.reduce((sum, { kind, words }) => (kinds.includes(kind) ? sum + words.length : sum), 0)

/** In characters: less told than this does not make an answer. A starting value of ours. */
export const fewWords = 60

const asksForTale =
  /\b(?:stor(?:y|ies)|scene|monologue|speech|poem|song|rap|lyrics|haiku|limerick|diary|dialogue|novel|play|fiction|script|you are|you're|act as|pretend|be an?|role-?play|character|continue)\b/i

/** Where a tale or a role was asked for, only what speaks of the request refuses it. */
const kindInTale = ({ kind, words }: AnswerStatement): StatementKind =>
  kind === 'declines' && !englishStatements.ofTheRequest.test(words) ? 'negates' : kind

/** "I won't sing for you" refuses only where a song was asked for. */
const kindByRequest = ({ kind, words }: AnswerStatement, request: string): StatementKind =>
  kind === 'negates' && refusesTheAsked(words, request) ? 'lacks' : kind

function refusesTheAsked(words: string, request: string): boolean {
  const match = englishStatements.negating.exec(words)
  const act = match?.groups?.['act'] ?? ''
  const object = words.slice((match?.index ?? 0) + (match?.[0].length ?? 0))
  if (/^ (?:that|this|such) \w/.test(object)) return !opinion.test(act)
  return act.length > 2 && new RegExp(`\\b${act.slice(0, 5)}`, 'iu').test(request)
}

const opinion = /^(?:promis|say|believ|guarant|claim|think|imagin|deny|know|mean)/

/** The items of a list that is offered instead are no answer; what a "but" adds to a refusal is one. */
function seeTogether(statements: readonly AnswerStatement[]): readonly AnswerStatement[] {
  let [offersInstead, hasRefused, lead] = [false, false, '']
  return statements.map((one) => {
    if (one.isItem) return offersInstead ? { ...one, kind: 'turns' } : one
    const isReplacing = englishStatements.replacing.test(`${lead} ${one.words}`)
    offersInstead = one.words.endsWith(':') && isReplacing
    lead = one.words
    hasRefused ||= one.kind === 'declines' || one.kind === 'lacks'
    if (one.kind !== 'tells' && one.kind !== 'delivers') return one
    if (offersInstead) return { ...one, kind: 'turns' }
    return hasRefused && addition.test(one.words) ? { ...one, kind: 'delivers' } : one
  })
}

/** Long enough to say something. */
const addition = /^(?:but|however|though|yet|still)\b.{24}/
