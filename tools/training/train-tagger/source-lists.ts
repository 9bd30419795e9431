import { readFileSync } from 'node:fs'
import { foldWord } from '../../../packages/core/src/detectors/pii/tagger/read-tokens.ts'
import type { ListName } from '../../../packages/core/src/detectors/pii/tagger/name-lists.ts'
import { romanisedNames } from './own-lists.data.ts'

export const cache = 'node_modules/.cache/assay-training'

export interface LocaleLists {
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly names: readonly string[]
  readonly streets: readonly string[]
  readonly streetAddresses: readonly string[]
  readonly postcodes: readonly string[]
  readonly cities: readonly string[]
  readonly companies: readonly string[]
}

/** What fetch-name-lists.py gathered. */
export interface SourceLists {
  readonly locales: Readonly<Record<string, LocaleLists>>
  readonly cities: readonly (readonly [name: string, country: string, population: number])[]
  readonly countries: Readonly<Record<string, readonly string[]>>
  readonly nationalities: Readonly<Record<string, readonly string[]>>
  readonly words: Readonly<Record<string, readonly string[]>>
}

const latin = /^[\p{Script=Latin}\p{M}\s'’.-]+$/u

export function readSourceLists(): SourceLists {
  const lists: SourceLists = JSON.parse(readFileSync(`${cache}/name-lists.json`, 'utf8'))
  const english = JSON.stringify(lists.locales['en_US']?.lastNames)
  const own = Object.entries(lists.locales).filter(
    ([locale, { lastNames, firstNames }]) =>
      firstNames.length > 20 && (locale === 'en_US' || JSON.stringify(lastNames) !== english),
  )
  return { ...lists, locales: { ...Object.fromEntries(own), romanised: romanised(lists) } }
}

const romanised = (lists: SourceLists): LocaleLists => ({
  ...(lists.locales['en_IN'] ?? lists.locales['en_US'] ?? must()),
  firstNames: romanisedNames.first,
  lastNames: romanisedNames.last,
  names: romanisedNames.first.map(
    (first, at) => `${first} ${romanisedNames.last[(at * 7) % romanisedNames.last.length] ?? ''}`,
  ),
})

function must(): never {
  throw new Error('no English lists: run fetch-name-lists.py')
}

/** Folded words of each list of the tagger, most telling first. `lowerCased`: how often a word was seen in lower case in running text. */
export function taggerLists(
  { locales, cities, countries, nationalities, words }: SourceLists,
  lowerCased: ReadonlyMap<string, number>,
): Readonly<Record<ListName, readonly string[]>> {
  const all = Object.values(locales)
  const first = foldAll(all.flatMap(({ firstNames }) => firstNames))
  const last = foldAll(all.flatMap(({ lastNames }) => lastNames))
  const big = cities.filter(([name, , population]) => population >= 20_000 && latin.test(name))
  const place = foldAll([...big.map(([name]) => name), ...Object.values(countries).flat(), ...states])
  const nationality = foldAll(
    Object.values(nationalities)
      .flat()
      .filter((name) => !/\s/.test(name)),
  )
  const names = new Set([...first, ...last, ...place, ...nationality])
  const listed = foldAll(Object.values(words).flat()).filter(
    (word) => word.length > 1 && (!names.has(word) || (lowerCased.get(word) ?? 0) >= 3),
  )
  const seen = [...lowerCased].filter(([word, count]) => count >= 8 && word.length > 2).map(([word]) => word)
  return { first, last, place, nationality, common: [...new Set([...listed, ...seen])] }
}

const foldAll = (names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => nameKeys(name)).filter((key) => key.length > 1)),
]

/** A name of several words counts as a whole, joined as `describeTokens` joins: every sign a word of its own. */
const nameKeys = (name: string): readonly string[] => {
  const key = foldWord(name)
    .match(/[\p{L}\p{M}\p{N}]+|[^\s]/gu)
    ?.join(' ')
  return key === undefined ? [] : [key]
}

export const states =
  `Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,
Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,
Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,
Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming,
Ontario,Quebec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New South Wales,Queensland,Tasmania,Victoria,
Bavaria,Bayern,Saxony,Sachsen,Hessen,Brandenburg,Tuscany,Toscana,Lombardia,Sicily,Sicilia,Catalonia,Andalusia,Andalucía,
Brittany,Bretagne,Normandy,Provence,Scotland,Wales,England,Northern Ireland,Yorkshire,Cornwall,Kent,Essex,Surrey,Devon,
Gelderland,Limburg,Flanders,Europe,Africa,Asia,South America,North America,Scandinavia,Punjab,Kerala,Bengal,Siberia`
    .split(',')
    .map((name) => name.trim())
