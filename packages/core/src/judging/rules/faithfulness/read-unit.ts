import { stemWord } from '../../../metrics/text/stem-word.ts'
import { irregularVerbs } from '../../../testsets/facts/language/verbs.data.ts'
import { mayDeny, polarityAt, type Polarity } from '../polarity.ts'
import { readProperNames } from '../proper-names.ts'
import { readDates, type ReadDate } from '../read-dates.ts'
import { readQuantities, type Quantity } from '../read-quantities.ts'
import { readWords, type Word } from '../read-words.ts'
import { splitClauses, type Clause } from '../split-clauses.ts'
import { stopWords } from '../stop-words.data.ts'
import { createTakenPlaces } from '../taken-places.ts'

/** A content word that is no part of a number or date. */
export interface Anchor {
  /** Equal for the forms of one word: "wrote" and "writes". */
  readonly key: string
  readonly word: Word
  /** Whether its clause affirms it. */
  readonly polarity: Polarity
}

/** A sentence of an answer or of a source, taken apart. */
export interface Unit {
  readonly text: string
  readonly anchors: readonly Anchor[]
  /** Keys of its anchors, each with the polarities it is said with. */
  readonly keys: ReadonlyMap<string, ReadonlySet<Polarity>>
  /** Values that it affirms. */
  readonly quantities: readonly Quantity[]
  readonly dates: readonly ReadDate[]
  /** Values that it denies: "1 MiB, not 2 MiB". */
  readonly denied: Pick<Unit, 'quantities' | 'dates'>
  readonly names: readonly (readonly Word[])[]
  /** Words and values in the order they are said. */
  readonly order: readonly string[]
}

export function readUnit(text: string): Unit {
  const dates = readDates(text)
  const quantities = readQuantities(text).filter(createTakenPlaces(dates).isFree)
  const isAffirmed = (value: Place): boolean =>
    !deniesNext.test(text.slice(Math.max(0, value.start - 40), value.start))
  const values = createTakenPlaces([...dates, ...quantities])
  const anchors = readAnchors(text).filter(({ word }) => values.isFree(word))
  const said = [
    ...anchors.map(({ key, word }) => ({ key, start: word.start })),
    ...quantities.filter(isAffirmed).map(({ value, start }) => ({ key: String(value), start })),
    ...dates.filter(isAffirmed).map(({ year, start }) => ({ key: String(year), start })),
  ]
  return {
    text,
    anchors,
    keys: collectKeys(anchors),
    quantities: quantities.filter(isAffirmed),
    dates: dates.filter(isAffirmed),
    denied: {
      quantities: quantities.filter((value) => !isAffirmed(value)),
      dates: dates.filter((value) => !isAffirmed(value)),
    },
    names: readProperNames(text).filter((run) => run.every(values.isFree)),
    order: said.toSorted((a, b) => a.start - b.start).map(({ key }) => key),
  }
}

const lemmas: ReadonlyMap<string, string> = new Map(
  irregularVerbs.flatMap(([lemma, past, participle]) => [
    [past, lemma],
    [participle, lemma],
  ]),
)

export const wordKey = (norm: string): string => stemWord(lemmas.get(norm) ?? norm)

/** Words about the answer and its sources say nothing of the subject. */
const hollow: ReadonlySet<string> = new Set(
  'answer question text passage document documentation docs context article according based source sources information say says said state states stated mention mentions mentioned provided describes described correct following reference yes yeah okay sure well therefore thus hence however actually basically simply indeed also'
    .split(' ')
    .map(wordKey),
)

export const isHollow = ({ norm }: Word): boolean => hollow.has(wordKey(norm))

/** Negations are read as the polarity of what they deny. */
const isNegation = ({ norm }: Word): boolean =>
  /^(?:never|neither|cannot|except|unless|instead|without|.+n['’]t)$/u.test(norm)

/** UTF-16 code units of a clause up to which the reach of a negation is read. */
const maxDenial = 1000

/** "not 2 MiB", "instead of port 80"; "not more than 5" gives the 5. */
const deniesNext =
  /\b(?:not|never|rather than|instead of)\s+(?:(?!(?:more|less|fewer|later|earlier|over|under|only|until|just|exceed\p{L}*)\b)\p{L}+\s+)?$/iu

const polarityIn = (clause: Clause, { start, end }: Place): Polarity =>
  clause.text.length > maxDenial ? 'unclear' : polarityAt(clause, start, end)

function readAnchors(text: string): readonly Anchor[] {
  return splitClauses(text).flatMap((clause) => {
    const denies = mayDeny(clause.text)
    return readWords(clause.text).flatMap((inside): readonly Anchor[] => {
      const word = { ...inside, start: inside.start + clause.start, end: inside.end + clause.start }
      const key = wordKey(word.norm)
      if (stopWords.has(word.norm) || hollow.has(key) || isNegation(word)) return []
      return [{ key, word, polarity: denies ? polarityIn(clause, word) : 'affirmed' }]
    })
  })
}

function collectKeys(anchors: readonly Anchor[]): ReadonlyMap<string, ReadonlySet<Polarity>> {
  const keys = new Map<string, Set<Polarity>>()
  for (const { key, polarity } of anchors) keys.set(key, (keys.get(key) ?? new Set()).add(polarity))
  return keys
}

export interface Place {
  readonly start: number
  readonly end: number
}
