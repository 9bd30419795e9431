import type { Draw } from './draw.ts'
import { plain, type Language, type Names } from './random-names.ts'
import type { Places } from './random-places.ts'
import { createStreets } from './random-streets.ts'

/** Draws postal addresses as people of many countries write them: on one line or several, whole or in part. */
export function createAddresses(names: Names, places: Places, draw: Draw) {
  const streets = createStreets(names, places, draw)
  const { city, country } = places
  const abbreviation = (): string =>
    draw.chance(0.85)
      ? draw.word(stateAbbreviations)
      : Array.from({ length: 2 + draw.below(2) }, () => draw.letter()).join('')
  const ukPostcode = (): string =>
    `${draw.word(ukAreas)}${draw.digits(1 + draw.below(2))} ${draw.digits(1)}${draw.letter()}${draw.letter()}`
  const zip = (): string =>
    draw.make([
      [50, () => draw.digits(5)],
      [10, () => `${draw.digits(5)}-${draw.digits(4)}`],
      [12, ukPostcode],
      [8, () => draw.digits(4)],
      [20, () => plain(draw.pick(names.locale('en').postcodes))],
    ])
  const american = (comma: string): string => {
    const inner = draw.chance(0.3) ? `${draw.pick([' ', ', ', '\n'])}${streets.unit()}` : ''
    const region = draw.chance(0.85) ? abbreviation() : places.state()
    const land = draw.chance(0.12) ? `${comma}${draw.pick(['USA', 'United States', 'US'])}` : ''
    return `${streets.of('en')}${inner}${comma}${city('en')}, ${region} ${draw.digits(5)}${land}`
  }
  const british = (comma: string): string => {
    const flat = draw.chance(0.25) ? `${draw.pick(['Flat', 'Unit', 'Apartment'])} ${streets.number()}, ` : ''
    const house = draw.chance(0.15) ? `${streets.house()}, ` : ''
    const land = draw.chance(0.15)
      ? `${comma}${draw.pick(['UK', 'England', 'United Kingdom', 'Scotland'])}`
      : ''
    return `${flat}${house}${streets.of('en')}${comma}${city('en')}${draw.pick([' ', ', ', comma])}${ukPostcode()}${land}`
  }
  const european = (language: Language, comma: string): string => {
    const local = language === 'en' ? draw.pick(['de', 'fr', 'es', 'it', 'nl'] as const) : language
    const digits = local === 'nl' ? 4 : draw.pick([5, 5, 5, 4])
    const code = draw.digits(digits) + (local === 'nl' ? ` ${draw.letter()}${draw.letter()}` : '')
    const land = draw.chance(0.12) ? `${comma}${country(language)}` : ''
    return `${streets.of(local)}${comma}${draw.chance(0.85) ? `${code} ` : ''}${city(local)}${land}`
  }
  /** Parts from anywhere in any order, as forms and generated records join them. */
  const mixed = (comma: string): string => {
    const lead = draw.chance(0.3) ? `${streets.number()} ` : ''
    const inner = draw.chance(0.35) ? `${draw.pick([' ', ', ', '\n', '\n '])}${streets.unit()}` : ''
    const region = draw.chance(0.5) ? `${draw.pick([', ', '\n', '\n, '])}${abbreviation()}` : ''
    const land = draw.chance(0.4) ? `${draw.pick([' ', ', ', '\n', '\n '])}${country('en')}` : ''
    return `${lead}${streets.anywhere()}${inner}${comma}${city('en')}${region}${land}${draw.chance(0.75) ? ` ${zip()}` : ''}`
  }
  const whole = (language: Language): string => {
    const comma = draw.pick([', ', ', ', ', ', ' ', '\n', '\n', ',\n', '\n   '])
    if (language !== 'en') return european(language, comma)
    return draw.make([
      [30, () => mixed(comma)],
      [25, () => american(comma)],
      [23, () => british(comma)],
      [22, () => european('en', comma)],
    ])
  }
  return { whole, zip, abbreviation, street: streets.onOneLine, streetName: streets.name }
}
export type Addresses = ReturnType<typeof createAddresses>

const stateAbbreviations =
  'AL AK AZ AR CA CO CT FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY NSW VIC QLD ON BC QC'
const ukAreas =
  'B M L N E S G W SW SE NW NE EC WC LS BS CB OX RG EH CF BT BN CV DE GU IP LE MK NG NR PE PL PO SA SN SO ST TN TR YO AB'
