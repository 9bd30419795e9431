import {
  compact,
  digitsOf,
  isDayAndMonth,
  modulo97,
  passesLuhn,
  passesModulo11And10,
  passesWeighed,
  weigh,
} from '../checksums.ts'

/** UK National Health Service: modulo 11. */
export const isNhsNumber = (text: string): boolean =>
  (11 - (weigh(digitsOf(text), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(text.at(-1)) &&
  new Set(digitsOf(text)).size > 2

const personLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** Spanish DNI and NIE: the letter is the number modulo 23. */
export function isSpanishIdentity(text: string): boolean {
  const plain = compact(text)
  const number = plain.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return personLetters[Number(number) % 23] === plain.at(-1)
}

/** Values of the characters at odd places, of 0-9 and of A-Z (decree of 23 December 1976). */
const italianOdd = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
]

/** Italian tax code; of one with a wrong last letter only the form, which hardly anything else has. */
export function rateItalianTaxCode(text: string): true | number {
  const code = text.toUpperCase()
  const valueOf = (character: string) => Number.parseInt(character, 36) - (/\d/.test(character) ? 0 : 10)
  let sum = 0
  for (let index = 0; index < 15; index += 1) {
    const value = valueOf(code.charAt(index))
    sum += index % 2 === 0 ? (italianOdd[value] ?? 0) : value
  }
  return String.fromCodePoint(65 + (sum % 26)) === code.at(-1) || 0.4
}

/** Italian VAT number, and others: Luhn, and not of one digit alone. */
export const isItalianVat = (text: string): boolean => passesLuhn(text) && new Set(text).size > 2

/** French social security number: key of two digits, 97 minus the rest. Corsica's departments 2A and 2B count as 19 and 18. */
export function isFrenchSocialSecurity(text: string): boolean {
  const plain = compact(text)
  const number = plain.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - modulo97(digitsOf(number)) === Number(plain.slice(13))
}

/** Dutch citizen service number: the eleven test. */
export const isDutchCitizenNumber = (text: string): boolean => {
  const sum = weigh(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2, -1])
  return sum !== 0 && sum % 11 === 0
}

/** Belgian national number: 97 less the first nine digits modulo 97, with a 2 before them for who was born from 2000 on. */
export function isBelgianNational(text: string): boolean {
  const digits = digitsOf(text)
  const check = Number(digits.slice(9))
  return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some((number) => 97 - modulo97(number) === check)
}

/** Swiss AHV number: EAN-13. */
export const isSwissInsurance = (text: string): boolean =>
  passesWeighed(digitsOf(text), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3], 10)

/** Austrian social insurance number: the fourth digit is the check, the last six the date of birth. */
export const isAustrianInsurance = (text: string): boolean => {
  const digits = digitsOf(text)
  return (
    weigh(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(digits[3]) &&
    isDayAndMonth(digits.slice(4, 6), digits.slice(6, 8))
  )
}

/** Irish PPS number: modulo 23, with a second letter worth nine times its place. */
export function isIrishPps(text: string): boolean {
  const pps = text.toUpperCase()
  const second = pps.length > 8 ? (pps.charCodeAt(8) - 64) % 23 : 0
  const rest = (weigh(pps, [8, 7, 6, 5, 4, 3, 2]) + second * 9) % 23
  return 'WABCDEFGHIJKLMNOPQRSTUV'[rest] === pps[7]
}

/** Polish PESEL: the month tells the century, too. */
export const isPesel = (text: string): boolean =>
  passesWeighed(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3], 10) &&
  isDayAndMonth(text.slice(4, 6), String(Number(text.slice(2, 4)) % 20))

/** Polish tax number (NIP). */
export const isNip = (text: string): boolean =>
  weigh(digitsOf(text), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(text.at(-1))

/** Finnish personal identity code: the number modulo 31 gives the last character. */
export function isFinnishIdentity(text: string): boolean {
  const number = Number(digitsOf(text.slice(0, 6)) + text.slice(7, 10))
  return (
    isDayAndMonth(text.slice(0, 2), text.slice(2, 4)) &&
    Number(text.slice(7, 10)) > 1 &&
    '0123456789ABCDEFHJKLMNPRSTUVWXY'[number % 31] === text.at(-1)?.toUpperCase()
  )
}

/** Swedish personal identity number: Luhn over the last ten digits, and a date; 60 is added to the day of a coordination number. */
export const isSwedishIdentity = (text: string): boolean => {
  const digits = digitsOf(text).slice(-10)
  return passesLuhn(digits) && isDayAndMonth(String(Number(digits.slice(4, 6)) % 60), digits.slice(2, 4))
}

/** Swedish organisation number: Luhn; the third digit is 2 or more, which no month is. */
export const isSwedishOrganisation = (text: string): boolean =>
  passesLuhn(digitsOf(text)) && Number(digitsOf(text)[2]) > 1

/** Norwegian birth number; 40 is added to the day of a D number. */
export const isNorwegianIdentity = (text: string): boolean => {
  const digits = digitsOf(text)
  return (
    isDayAndMonth(String(Number(digits.slice(0, 2)) % 40), digits.slice(2, 4)) &&
    passesWeighed(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2], 11) &&
    passesWeighed(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 11)
  )
}

/** A number that begins with day and month. Numbers given out since 2007 have no check digit (Denmark). */
export const startsWithDayAndMonth = (text: string): boolean =>
  isDayAndMonth(text.slice(0, 2), text.slice(2, 4))

/** Czech and Slovak birth number: divisible by 11; 50 (or 20, or 70) is added to the month. */
export const isBirthNumber = (text: string): boolean => {
  const digits = digitsOf(text)
  const month = (Number(digits.slice(2, 4)) % 50) % 20
  return isDayAndMonth(digits.slice(4, 6), String(month)) && Number(digits) % 11 === 0
}

/** Romanian CNP: sex and century, date of birth, county, check digit. */
export const isCnp = (text: string): boolean =>
  isDayAndMonth(text.slice(5, 7), text.slice(3, 5)) &&
  toCnpCheck(weigh(text, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) === Number(text[12])

const toCnpCheck = (rest: number): number => (rest === 10 ? 1 : rest)

/** Bulgarian EGN: the month tells the century, too. */
export const isEgn = (text: string): boolean =>
  isDayAndMonth(text.slice(4, 6), String(Number(text.slice(2, 4)) % 20)) &&
  (weigh(text, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(text[9])

/** Portuguese NIF. */
export const isNif = (text: string): boolean => passesWeighed(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2], 11)

/** Estonian and Lithuanian personal code: a second row of weights where the first gives 10. */
export function isBalticCode(text: string): boolean {
  const first = weigh(text, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
  const check = first < 10 ? first : (weigh(text, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10
  return isDayAndMonth(text.slice(5, 7), text.slice(3, 5)) && check === Number(text[10])
}

/** Greek AMKA: date of birth and Luhn. */
export const isAmka = (text: string): boolean => startsWithDayAndMonth(text) && passesLuhn(text)

/** Turkish identity number: two check digits. */
export function isTurkishIdentity(text: string): boolean {
  const odd = weigh(text, [1, 0, 1, 0, 1, 0, 1, 0, 1])
  const even = weigh(text, [0, 1, 0, 1, 0, 1, 0, 1])
  const tenth = (((odd * 7 - even) % 10) + 10) % 10
  return tenth === Number(text[9]) && (odd + even + tenth) % 10 === Number(text[10])
}

/** Russian SNILS: sum modulo 101. */
export const isSnils = (text: string): boolean => {
  const digits = digitsOf(text)
  return (weigh(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(digits.slice(9))
}

/** Russian INN of a person: two check digits. */
export const isInn = (text: string): boolean =>
  (weigh(text, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(text[10]) &&
  (weigh(text, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(text[11])

/** Croatian OIB. */
export const isOib = passesModulo11And10
