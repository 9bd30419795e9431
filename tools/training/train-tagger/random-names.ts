import type { Draw } from './draw.ts'
import type { LocaleLists, SourceLists } from './source-lists.ts'

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'nl'

const localesOf: Readonly<Record<Language, readonly string[]>> = {
  en: 'en_US en_US en_US en_GB en_GB en_IE en_IN en_KE en_NZ romanised'.split(' '),
  de: ['de_DE', 'de_AT', 'de_CH', 'de', 'tr_TR'],
  fr: ['fr_FR', 'fr_CA', 'fr_CH', 'fr_BE', 'fr_DZ'],
  es: ['es_ES', 'es_AR', 'es_CL', 'es_CO', 'es_MX'],
  it: ['it_IT'],
  nl: ['nl_NL', 'nl_BE'],
}

/** Draws names of persons of a language, and many from anywhere in the world. */
export function createNames({ locales }: SourceLists, draw: Draw) {
  const everywhere = Object.keys(locales)
  const latin = everywhere.filter((locale) => !/^(?:bg|el|mk|ru|uk|ar)_/.test(locale))
  const locale = (language: Language): LocaleLists => {
    const own = draw.chance(language === 'en' ? 0.5 : 0.75)
    const name = own ? draw.pick(localesOf[language]) : draw.pick(draw.chance(0.07) ? everywhere : latin)
    return locales[name] ?? locale(language)
  }
  const first = (language: Language): string => {
    const name = plain(draw.pick(locale(language).firstNames))
    return draw.chance(0.03) ? `${name}-${plain(draw.pick(locale(language).firstNames))}` : name
  }
  const last = (language: Language): string => {
    const { lastNames } = locale(language)
    if (lastNames.length < 5) return last(language)
    const name = plain(draw.pick(lastNames))
    return draw.chance(0.05) ? `${name}-${plain(draw.pick(lastNames))}` : name
  }
  const full = (language: Language): string => {
    const { firstNames, lastNames, names } = locale(language)
    if (lastNames.length < 5 || draw.chance(0.15)) return stripTitle(plain(draw.pick(names)))
    const given = plain(draw.pick(firstNames))
    const family = plain(draw.pick(draw.chance(0.85) ? lastNames : locale(language).lastNames))
    return draw.make([
      [82, () => `${given} ${family}`],
      [6, () => `${given} ${draw.letter()}. ${family}`],
      [4, () => `${given} ${plain(draw.pick(firstNames))} ${family}`],
      [2, () => `${given.charAt(0)}. ${family}`],
      [4, () => `${given} ${family}-${plain(draw.pick(lastNames))}`],
      [
        2,
        () =>
          `${given} ${draw.word('van de von del di al bin da O’ Mc')} ${family}`.replace(/(O’|Mc) /, '$1'),
      ],
    ])
  }
  return { locale, first, last, full }
}
export type Names = ReturnType<typeof createNames>

/** Without the line breaks and double blanks that lists hold. */
export const plain = (name: string): string => name.replace(/\s+/g, ' ').trim()

const titles =
  /^(?:(?:(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Sig|Dott|Sr|Sra|Ing|Mgr|Bc|Mx|Miss|Dipl|Univ|Pan|Pani|pan|pani|Roz|med|h\.c)\b\.?-?)\s?)+/u
const degrees =
  /,? (?:MD|PhD|DDS|DVM|Jr\.|B\.(?:A|Sc|Eng)\.?|MBA\.|M\.(?:A|Sc|Eng)\.?|CSc\.|Ph\.D\.|DiS\.|Th\.D\.)$/u

const stripTitle = (name: string): string => name.replace(titles, '').replace(degrees, '').trim() || name
