import { headNoun, isPluralPhrase, singular, singularPhrase } from '../language/inflect.ts'
import { inlineText } from '../language/inline-text.ts'
import type { Lexicon } from '../language/lexicon.ts'
import type { Subject } from '../triple.ts'

/** Kinds that a table lists something for: a library for each language, a package for each operating system. */
const environments =
  /^(?:(?:programming )?language|operating system|os|platform|database|framework|runtime|browser|architecture)$/
const leadingAdjective =
  /^(?:current|supported|available|required|official|third-party|latest|recommended|common|main|other|all) /i

/**
 * What the rows of a table are about when its first column names environments: under "Client libraries" the row
 * "Python" is about the client library for Python, not about Python. `null`: the rows are about what they name.
 */
export function tableThing(kind: string, headings: readonly string[], lexicon: Lexicon): string | null {
  if (!environments.test(kind)) return null
  const things = headings
    .map((title) =>
      lexicon.inSentence(
        inlineText(title)
          .replace(/ (?:of|in|for) .*$/, '')
          .replace(leadingAdjective, ''),
      ),
    )
    .filter((title) => /^[A-Za-z]+(?: [a-z-]+){0,2}$/.test(title) && isPluralPhrase(title))
    .filter((title) => !title.split(' ').some((word) => kind.split(' ').includes(singular(word))))
  const thing = things.at(-1)
  return thing === undefined ? null : singularPhrase(thing)
}

/** "the client library for Python"; without such a thing an environment is only where something runs. */
export function subjectInTable(subject: Subject, kind: string, thing: string | null): Subject {
  if (!environments.test(kind)) return subject
  return thing === null
    ? { ...subject, environment: true }
    : { ...subject, phrase: `the ${thing} for ${subject.phrase}`, plural: false, thing: true }
}

/** "library version" of a library is its version. */
export function withoutThing(attribute: string, thing: string | null): string {
  if (thing === null) return attribute
  const [first = '', ...rest] = attribute.split(' ')
  return rest.length > 0 && first.toLowerCase() === headNoun(thing) ? rest.join(' ') : attribute
}

/**
 * The part of its subjects that a table under "Identifiers of objects" is about, when some columns name it ("Identifier
 * prefix") and others leave it out ("Text encoding").
 */
export function partOfSubjects(
  columns: readonly string[],
  headings: readonly string[],
  kind: string,
): string | null {
  const title = inlineText(headings.at(-1) ?? '')
  const noun = singular(headNoun(title)).toLowerCase()
  const naming = columns.filter((column) => column.toLowerCase().startsWith(`${noun} `))
  return noun !== '' && noun !== singular(headNoun(kind)).toLowerCase() && naming.length > 1 ? noun : null
}

/** "text encoding" → "identifier text encoding"; long names and ranks ("first response") stay as they are. */
export const ofPart = (attribute: string, part: string): string =>
  attribute.split(' ').length > 2 ||
  attribute.startsWith(`${part} `) ||
  /^(?:first|last|next|\w+est) /.test(attribute)
    ? attribute
    : `${part} ${attribute}`

/** "Counted per" beside a limit: the condition "per endpoint", unless the limit names it already. */
export function perCondition(header: string, cell: string, subject: Subject): string {
  if (!/(?:^| )per$/i.test(header) || !/^[a-z]+(?: [a-z]+)?$/i.test(cell)) return ''
  const words = subject.name.toLowerCase().split(' ').map(singular)
  return words.includes(singular(cell.toLowerCase())) ? '' : ` per ${cell.toLowerCase()}`
}
