import type { Draw } from './draw.ts'
import { plain, type Language, type Names } from './random-names.ts'
import type { Places } from './random-places.ts'

/** Draws streets with house numbers, and what may stand beside them. */
export function createStreets(names: Names, places: Places, draw: Draw) {
  const { first, last, locale } = names
  const number = (): string => {
    const digits = draw.chance(0.04)
      ? `0${draw.digits(1)}`
      : draw.digits(draw.pick([1, 1, 2, 2, 2, 3, 3, 4, 5]))
    return draw.chance(0.12) ? digits + draw.letter('abcABCD') : digits
  }
  const unit = (): string =>
    draw.make([
      [5, () => `${draw.pick(['Apt.', 'Suite', 'Ste', 'Room', 'Apartment'])} ${draw.digits(3)}`],
      [4, () => `${draw.pick(['Apt', 'Unit', 'Flat', 'Floor'])} ${number()}`],
      [1, () => `#${draw.digits(2)}`],
    ])
  const house = (): string =>
    `${draw.word(englishStems)} ${draw.word('House Cottage Lodge Farm Court Villas')}`
  const { english, german, kindFirst } = createStreetNames(names, places, draw)
  const makers: Readonly<Record<Language, () => string>> = {
    en: () => (draw.chance(0.06) ? `PO Box ${draw.digits(4)}` : `${number()} ${english()}`),
    de: () => `${german()} ${number()}`,
    fr: () => `${number()}${draw.pick([' ', ' ', ', ', ' bis '])}${kindFirst('fr')}`,
    es: () =>
      `${kindFirst('es')}${draw.pick([' ', ', ', ' nº ', ' #'])}${number()}${draw.pick(['', '', ', 2º B', ', piso 3', ' bajo'])}`,
    it: () =>
      `${kindFirst('it')}${draw.pick([', ', ' ', ' n. '])}${number()}${draw.pick(['', '', '/a', ' int. 4'])}`,
    nl: () =>
      `${draw.pick([draw.word(dutchStems), last('nl'), first('nl')])}${draw.word(dutchEndings)} ${number()}${draw.pick(['', '', '-2', ' bis', ' hs'])}`,
  }
  const of = (language: Language): string => makers[language]()
  const anywhere = (): string => {
    const { streetAddresses } = locale('en')
    return draw.chance(0.45) && streetAddresses.length > 0
      ? draw
          .pick(streetAddresses)
          .replaceAll(/[^\S\n]+/g, ' ')
          .trim()
      : of(draw.pick(['en', 'en', 'de', 'fr', 'es', 'it', 'nl'] as const))
  }
  const onOneLine = (language: Language): string =>
    (language === 'en' && draw.chance(0.45) ? anywhere() : of(language)).replaceAll('\n', ', ')
  const name = (language: Language): string => {
    if (language === 'en' && draw.chance(0.5)) return english()
    const { streets } = locale(language)
    return streets.length === 0 ? english() : plain(draw.pick(streets))
  }
  return { number, unit, house, of, anywhere, onOneLine, name }
}

function createStreetNames({ first, last }: Names, places: Places, draw: Draw) {
  const english = (): string => {
    const stem = draw.make([
      [2, () => last('en')],
      [1, () => first('en')],
      [3, () => draw.word(englishStems)],
      [1, () => places.city('en')],
      [1, () => `${draw.digits(1 + draw.below(2))}${draw.pick(['th', 'st', 'nd'])}`],
    ])
    const direction = draw.chance(0.12) ? `${draw.word('N S E W North South N. W. NW')} ` : ''
    return `${direction}${stem} ${draw.word(englishKinds)}`
  }
  const german = (): string =>
    draw.chance(0.12)
      ? draw.pick(germanSpecials)
      : `${draw.make([
          [2, () => draw.word(germanStems)],
          [1, () => last('de')],
          [1, () => first('de')],
        ])}${draw.pick(germanEndings)}`
  /** `Via Roma`, `rue de la Paix`: a kind, a link, and a name or a word. */
  const kindFirst = (language: 'fr' | 'es' | 'it'): string => {
    const { kinds, links, stems } = romance[language]
    const stem = draw.make([
      [1, () => last(language)],
      [1, () => `${first(language)} ${last(language)}`],
      [1, () => draw.word(stems)],
    ])
    return `${draw.word(kinds)} ${draw.pick(links)}${stem}`
  }
  return { english, german, kindFirst }
}

const englishKinds =
  'Street St St. Road Rd Avenue Ave Ave. Lane Ln Drive Dr Boulevard Blvd Court Ct Place Way Close Crescent Square Terrace Parkway Pkwy Highway Hwy Circle Trail Walk Grove Gardens Row Mews Hill Street Road Avenue Lane Drive'
const englishStems =
  'Main High Church Park Oak Maple Cedar Elm Pine Walnut Mill Station School Victoria Queen King Bridge River Lake Hill Spring Meadow Forest Sunset Washington Lincoln Jefferson Madison Market Water Green North West Union Cherry Chestnut Willow Orchard Manor Castle Albert George York Windsor Highland Ridge Valley Canyon Harbor Ocean Bay'
const germanStems =
  'Haupt Bahnhof Schul Garten Dorf Berg Kirch Wald Ring Linden Eichen Birken Rosen Mozart Schiller Goethe Beethoven Friedrich Kaiser Wilhelm Mühlen Feld Wiesen Markt Burg Schloss Sonnen Park Brunnen Tal Buchen Ahorn Post Rathaus'
const germanEndings =
  'straße,straße,str.,strasse,weg,gasse,allee,platz,ring,ufer,damm, Straße,-Straße, Weg'.split(',')
const germanSpecials =
  'Am Markt,Unter den Linden,Im Winkel,An der Kirche,Auf dem Berg,Am Bahnhof,Zum Sportplatz,Hinter der Mühle'.split(
    ',',
  )
const dutchStems =
  'Kerk School Molen Dorps Hoofd Stations Nieuw Beatrix Juliana Wilhelmina Prins Oranje Eiken Beuken Linden Kastanje Rozen Markt Haven Zee'
const dutchEndings = 'straat straat laan weg plein gracht kade dijk hof singel pad'
const romance = {
  fr: {
    kinds: 'rue avenue boulevard place chemin allée impasse quai cours route Rue Avenue Boulevard',
    links: ['de la ', 'des ', 'du ', "de l'", 'de ', '', ''],
    stems:
      'Paix République Gare Église Liberté Moulin Victoire Fontaine Lilas Acacias Écoles Gaulle Résistance Jardins Roses Pasteur Mairie',
  },
  es: {
    kinds: 'Calle C/ Avenida Avda. Plaza Paseo Camino Carrera calle Av.',
    links: ['de ', 'del ', 'de la ', 'de los ', '', ''],
    stems:
      'Mayor Sol Real Constitución Iglesia Libertad Independencia Reforma Juárez Hidalgo Fuente Molino Estación Mar Luna Flores Rosario',
  },
  it: {
    kinds: 'Via Viale Piazza Corso Largo Vicolo via piazza V.le Via Via',
    links: ['dei ', 'della ', 'del ', '', '', ''],
    stems:
      'Roma Garibaldi Mazzini Dante Verdi Cavour Marconi Matteotti Libertà Vittoria Repubblica Stazione Milano Torino Fiori Manzoni',
  },
} as const
