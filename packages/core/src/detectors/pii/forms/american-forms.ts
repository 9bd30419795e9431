import { compact, digitsOf, isDayAndMonth, passesLuhn, passesWeighed, weigh } from '../checksums.ts'

/** Areas 000, 666 and 900 up, group 00 and serial 0000 are never given (SSA); numbers of advertisements and counting are void. */
export const isSocialSecurityNumber = (text: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digitsOf(text)) &&
  new Set(digitsOf(text)).size > 2 &&
  !['078051120', '219099999', '457555462', '123456789', '987654321'].includes(digitsOf(text))

/** US individual taxpayer number: the middle two digits are 50 to 65, 70 to 88, 90 to 92 or 94 to 99 (IRS). */
export const isItin = (text: string): boolean =>
  /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digitsOf(text))

/** US national provider identifier: Luhn with the issuer prefix 80840 (CMS). */
export const isProviderIdentifier = (text: string): boolean =>
  passesLuhn(`80840${digitsOf(text)}`) && new Set(digitsOf(text)).size > 2

/** US registration number of the Drug Enforcement Administration. */
export const isDeaNumber = (text: string): boolean => {
  const digits = digitsOf(text.slice(2))
  return weigh(digits, [1, 2, 1, 2, 1, 2]) % 10 === Number(digits[6])
}

/** Canadian social insurance number: Luhn, never 0 or 8 first. */
export const isCanadianInsurance = (text: string): boolean =>
  /^[1-79]/.test(text) && passesLuhn(digitsOf(text)) && new Set(digitsOf(text)).size > 1

/** Brazilian CPF: two check digits modulo 11. */
export function isCpf(text: string): boolean {
  const digits = digitsOf(text)
  return (
    new Set(digits).size > 1 &&
    passesWeighed(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2], 11) &&
    passesWeighed(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2], 11)
  )
}

/** Brazilian CNPJ. */
export const isCnpj = (text: string): boolean =>
  passesWeighed(digitsOf(text), [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], 11) &&
  passesWeighed(digitsOf(text), [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], 11)

const curpOrder = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'

/** Mexican CURP: date of birth, and a check digit over base 37 (RENAPO). */
export function isCurp(text: string): boolean {
  const curp = text.toUpperCase()
  const sum = Array.from(curp.slice(0, 17)).reduce(
    (total, character, index) => total + curpOrder.indexOf(character) * (18 - index),
    0,
  )
  return isDayAndMonth(curp.slice(8, 10), curp.slice(6, 8)) && (10 - (sum % 10)) % 10 === Number(curp[17])
}

/** Mexican RFC of a person: date of birth after four letters. */
export const isRfc = (text: string): boolean => isDayAndMonth(text.slice(8, 10), text.slice(6, 8))

/** Chilean RUT: modulo 11, K for 10. */
export function isRut(text: string): boolean {
  const rut = compact(text)
  const digits = Array.from(rut.slice(0, -1)).reverse().join('')
  const rest = 11 - (weigh(digits, [2, 3, 4, 5, 6, 7, 2, 3].slice(0, digits.length)) % 11)
  return (rest === 11 ? '0' : rest === 10 ? 'K' : String(rest)) === rut.at(-1)
}

/** Argentine CUIT and CUIL. */
export const isCuit = (text: string): boolean =>
  passesWeighed(digitsOf(text), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 11)
