import type { Draw } from './draw.ts'
import { plain, type Language, type Names } from './random-names.ts'
import { states, type SourceLists } from './source-lists.ts'

const countriesOf: Readonly<Record<Language, readonly string[]>> = {
  en: ['US', 'US', 'GB', 'CA', 'AU', 'IE', 'NZ', 'IN', 'ZA'],
  de: ['DE', 'DE', 'AT', 'CH'],
  fr: ['FR', 'FR', 'BE', 'CA', 'CH'],
  es: ['ES', 'ES', 'MX', 'AR', 'CO', 'CL', 'PE'],
  it: ['IT'],
  nl: ['NL', 'NL', 'BE'],
}

/** Draws names of cities, countries, regions and nationalities. */
export function createPlaces(lists: SourceLists, { locale }: Names, draw: Draw) {
  const citiesOf = Map.groupBy(lists.cities, ([, country]) => country)
  const known = lists.cities.filter(([, , population]) => population > 300_000)
  const city = (language: Language): string =>
    plain(
      draw.make([
        [25, () => draw.pick(known)[0]],
        [30, () => draw.pick(citiesOf.get(draw.pick(countriesOf[language])) ?? known)[0]],
        [25, () => draw.pick(lists.cities)[0]],
        [20, () => draw.pick(locale(language).cities)],
      ]),
    )
  const country = (language: Language): string =>
    draw.pick((lists.countries[language] ?? []).filter((name) => name.length > 3))
  const nationality = (language: Language): string =>
    draw.pick((lists.nationalities[language] ?? []).filter((name) => !/\s/.test(name)))
  const state = (): string => draw.pick(states)
  const any = (language: Language): string =>
    draw.make([
      [60, () => city(language)],
      [28, () => country(language)],
      [12, state],
    ])
  return { city, country, nationality, state, any }
}
export type Places = ReturnType<typeof createPlaces>
