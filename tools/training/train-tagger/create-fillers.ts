import type { Draw } from './draw.ts'
import type { Fillers, Piece } from './fill-templates.ts'
import { products } from './own-lists.data.ts'
import type { Addresses } from './random-addresses.ts'
import type { Language, Names } from './random-names.ts'
import type { createOrganisations } from './random-organisations.ts'
import type { Places } from './random-places.ts'

export interface Sources {
  readonly names: Names
  readonly places: Places
  readonly organisations: ReturnType<typeof createOrganisations>
  readonly addresses: Addresses
  readonly draw: Draw
}

/** What the slots of templates of a language are filled with. */
export const createFillers = (language: Language, sources: Sources): Fillers => ({
  ...personFillers(language, sources),
  ...placeFillers(language, sources),
  ...dateFillers(language, sources.draw),
  ...numberFillers(sources),
  ...wordFillers(sources),
})

const one = (label: string | null, make: () => string) => (): readonly Piece[] => [[make(), label]]

function personFillers(language: Language, { names, draw }: Sources): Fillers {
  const { first, last, full } = names
  const title = (): string => draw.word(wordsOf[language].titles)
  return {
    title: one('title', title),
    first: one('person', () => first(language)),
    last: one('person', () => last(language)),
    full: one('person', () => full(language)),
    lastfirst: one('person', () => `${last(language)}, ${first(language)}`),
    name3: one('person', () => `${first(language)} ${first(language)} ${last(language)}`),
    initialname: one(
      'person',
      () => `${draw.letter()}. ${draw.chance(0.3) ? `${draw.letter()}. ` : ''}${last(language)}`,
    ),
    /** Now and then with a title before, or of one word. */
    person: () => {
      if (draw.chance(0.05))
        return [
          [title(), 'title'],
          [' ', null],
          [full(language), 'person'],
        ]
      return [[draw.chance(0.15) ? first(language) : full(language), 'person']]
    },
  }
}

function placeFillers(language: Language, { places, organisations, addresses, draw }: Sources): Fillers {
  const { organisation, hospital, university, school } = organisations
  return {
    city: one('location', () => places.city(language)),
    country: one('location', () => places.country(language)),
    place: one('location', () => places.any(language)),
    state: one('location', places.state),
    stateabbr: one('address', addresses.abbreviation),
    org: one('organization', () => organisation(language)),
    hospital: one('organization', () => hospital(language)),
    university: one('organization', () => university(language)),
    school: one('organization', () => school(language)),
    nat: one('nationality', () => inflect(places.nationality(language), language, draw)),
    natPlural: one('nationality', () => `${places.nationality(language).replace(/s$/, '')}s`),
    address: one('address', () => addresses.whole(language)),
    address1: one('address', () => addresses.whole(language).replaceAll(/\s*\n\s*/g, ', ')),
    street: one('address', () => addresses.street(language)),
    streetname: one('address', () => addresses.streetName(language)),
    zip: one('address', addresses.zip),
  }
}

const inflect = (nationality: string, language: Language, draw: Draw): string => {
  if (language === 'en' || draw.chance(0.35)) return nationality
  return `${nationality.toLowerCase()}${language === 'de' ? draw.pick(['', 'e', 'er', 'es']) : ''}`
}

function dateFillers(language: Language, draw: Draw): Fillers {
  const { months, days } = wordsOf[language]
  const date = (): string =>
    draw.make([
      [1, () => `${draw.digits(2)}/${draw.digits(2)}/${draw.digits(4)}`],
      [1, () => `${String(1 + draw.below(28))} ${draw.word(months)} ${draw.word('2019 2021 1984 2024')}`],
      [1, () => `${draw.word(months)} ${String(1 + draw.below(28))}`],
      [1, () => `2023-0${draw.digits(1)}-1${draw.digits(1)}`],
    ])
  return {
    date: one(null, date),
    month: one(null, () => draw.word(months)),
    day: one(null, () => draw.word(days)),
    year: one(null, () => String(1950 + draw.below(75))),
    time: one(
      null,
      () => `${String(1 + draw.below(12))}${draw.pick([' pm', 'am', ':30', ':15', ' o clock'])}`,
    ),
  }
}

function numberFillers({ names, draw }: Sources): Fillers {
  const id = (): string =>
    draw.pick(['', '', '', '#', 'A', 'INV-']) + draw.digits(draw.pick([4, 5, 6, 9, 16]))
  const phone = (): string =>
    draw.make([
      [1, () => `+${draw.digits(2)} ${draw.digits(3)} ${draw.digits(6)}`],
      [1, () => `(${draw.digits(3)}) ${draw.digits(3)}-${draw.digits(4)}`],
      [1, () => `0${draw.digits(4)} ${draw.digits(6)}`],
      [1, () => `${draw.digits(3)}-${draw.digits(3)}-${draw.digits(4)}`],
    ])
  const email = (): string =>
    `${names.first('en')}.${names.last('en')}@${draw.word('mail example post corp')}.${draw.word('com org de net')}`
      .toLowerCase()
      .replaceAll(/[\s']/g, '')
  return {
    num: one(null, () => draw.digits(draw.pick([1, 1, 2, 2, 3]))),
    amount: one(
      null,
      () =>
        draw.pick(['$', '€', '£', '']) +
        draw.digits(2 + draw.below(3)) +
        draw.pick(['', '.00', ' EUR', ' USD']),
    ),
    id: one(null, id),
    phone: one(null, phone),
    email: one(null, email),
  }
}

const wordFillers = ({ organisations, draw }: Sources): Fillers => ({
  initial: one(null, () => draw.letter()),
  job: one(null, () => draw.pick(jobs)),
  quote: one(null, () => draw.pick(quotes)),
  code: one(null, () => draw.word(identifiers)),
  product: one(null, () => (draw.chance(0.35) ? organisations.invented() : draw.pick(products))),
})

const jobs =
  'Account Manager,Software Engineer,Head of Sales,nurse,lawyer,Director,Office Manager,teacher,Project Lead,accountant,Sales Assistant,carpenter'.split(
    ',',
  )
const quotes =
  'We did our best,It is too early to say,Nobody knew,I am tired of this,The price is fair,This is a good day'.split(
    ',',
  )
const identifiers =
  'user request getUser options userName reply server MAX_SIZE Config HttpError address name schema parseDate onClose App value cityName index Promise Buffer done'

interface Words {
  readonly titles: string
  readonly months: string
  readonly days: string
}

const wordsOf: Readonly<Record<Language, Words>> = {
  en: {
    titles: 'Mr Mr. Mr. Mrs Mrs. Mrs. Ms Ms. Ms. Miss Dr Dr. Dr. Prof. Professor Sir Rev. Lady Mx Madam',
    months: 'January February March April May June July August September October November December',
    days: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  },
  de: {
    titles: 'Herr Frau Dr. Prof. Hr. Fr.',
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    days: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
  },
  fr: {
    titles: 'Monsieur Madame M. Mme Mlle Dr Me',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    days: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  },
  es: {
    titles: 'Señor Señora Sr. Sra. Don Doña Dr. Dra. Srta.',
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    days: 'lunes martes miércoles jueves viernes sábado domingo',
  },
  it: {
    titles: 'Signor Signora Sig. Sig.ra Dott. Dott.ssa Prof. Avv.',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    days: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  },
  nl: {
    titles: 'mevrouw meneer Dhr. Mevr. Dr. Prof. Mevrouw',
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    days: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  },
}
