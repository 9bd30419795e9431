import type { Draw } from './draw.ts'
import { wellKnownOrganisations } from './own-lists.data.ts'
import { plain, type Language, type Names } from './random-names.ts'
import type { Places } from './random-places.ts'
import type { SourceLists } from './source-lists.ts'

/** Draws names of companies, hospitals, universities and schools, most of them made up. */
export function createOrganisations(lists: SourceLists, names: Names, places: Places, draw: Draw) {
  const { last } = names
  const { city } = places
  const words = (lists.words['english'] ?? []).filter((word) => /^[a-z]{4,9}$/.test(word))
  const word = (): string => capitalise(draw.pick(words))
  const invented = (): string => inventWord(draw)
  const houses = createHouses(names, places, draw)
  const organisation = (language: Language): string =>
    draw.make([
      [27, () => plain(draw.pick(names.locale(language).companies))],
      [13, () => draw.pick(wellKnownOrganisations)],
      [7, () => `${last(language)}, ${last(language)} ${draw.word(ands[language])} ${last(language)}`],
      [5, () => `${last(language)} ${draw.pick(familyEndings)}`],
      [4, () => `${last(language)}-${last(language)}`],
      [7, invented],
      [7, () => `${word()} ${word()}`],
      [4, () => `${word()}${draw.chance(0.5) ? draw.pick(words) : word()}`],
      [4, () => `${draw.pick([word(), last(language), city(language)])} ${draw.word(kinds)}`],
      [3, () => `${word()} ${draw.pick(['&', 'and'])} ${word()}`],
      [3, () => Array.from({ length: 3 + draw.below(2) }, () => draw.letter()).join('')],
      [4, () => `${draw.pick([word(), invented()])} ${draw.pick(legalForms)}`],
      [3, () => draw.pick([houses.hospital, houses.university, houses.school])(language)],
      [9, () => `${word()} ${draw.word(trades)}`],
    ])
  return { organisation, invented, ...houses }
}

const ands: Readonly<Record<Language, string>> = {
  en: 'and & and',
  de: 'und &',
  fr: 'et &',
  es: 'y &',
  it: 'e &',
  nl: 'en &',
}
const familyEndings =
  'Group,Inc,LLC,Ltd,PLC,and Sons,Brothers,& Co,GmbH,S.A.,Holdings,Partners,Corp,& Sons'.split(',')
const legalForms =
  'Inc.,Ltd.,Co.,AG,SE,S.p.A.,S.L.,B.V.,SARL,NV,Oy,AB,A/S,KG,Pty Ltd,Corporation,Technologies,Systems,Labs,Consulting'.split(
    ',',
  )
const kinds =
  'Bank Foundation Insurance Airlines Hotel Motors Foods Energy Pharmacy Press Records Club Association Institute Museum Bakery Studio Times Logistics Dental Clinic Council'
const trades =
  'Solutions Services Partners Media Capital Ventures Software Design Security Health Travel Works Trading Supplies'

type Make = (language: Language) => string

function createHouses({ first, last }: Names, { city }: Places, draw: Draw) {
  const of =
    (forms: Readonly<Record<Language, string>>): Make =>
    (language) =>
      draw
        .pick(forms[language].split('|'))
        .replace('CITY', () => city(language))
        .replace('LAST', () => last(language))
        .replace('FIRST', () => first(language))
  const hospital = of({
    en: "CITY General Hospital|St. FIRST Hospital|LAST Memorial Hospital|CITY Medical Center|LAST Clinic|CITY Children's Hospital|Royal CITY Infirmary",
    de: 'Klinikum CITY|Universitätsklinikum CITY|St.-FIRST-Krankenhaus|Praxis LAST',
    fr: 'Hôpital CITY|Hôpital Saint-FIRST|Clinique LAST',
    es: 'Hospital General de CITY|Hospital San FIRST|Clínica LAST',
    it: 'Ospedale San FIRST|Ospedale Civile di CITY|Clinica LAST',
    nl: 'CITY Ziekenhuis|Sint FIRST Ziekenhuis|Kliniek LAST',
  })
  const university = of({
    en: 'University of CITY|CITY State University|LAST College|CITY University|CITY Institute of Technology|LAST University',
    de: 'Universität CITY|Hochschule CITY|Technische Universität CITY',
    fr: 'Université de CITY|École LAST|Lycée LAST',
    es: 'Universidad de CITY|Universidad LAST|Instituto LAST',
    it: 'Università di CITY|Liceo LAST|Politecnico di CITY',
    nl: 'Universiteit CITY|Hogeschool CITY|LAST College',
  })
  const schools =
    'LAST Elementary School|CITY High School|St. FIRST Primary School|LAST Academy|CITY Grammar School'
  const school = of({ en: schools, de: schools, fr: schools, es: schools, it: schools, nl: schools })
  return { hospital, university, school }
}

const syllables =
  'ba be bo ca co da de do fa fi ga go ka ke ko la le li lo lu ma me mi mo na ne ni no pa pe po qua ra re ri ro sa se si so ta te ti to tra va ve vi vo xa ze zi zo'
const endings = 'x n r ly ia on is us tec soft net lab gen ify corp com med scape ware a o e'

const inventWord = (draw: Draw): string =>
  capitalise(
    Array.from({ length: 2 + draw.below(2) }, () => draw.word(syllables)).join('') + draw.word(endings),
  )

const capitalise = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
