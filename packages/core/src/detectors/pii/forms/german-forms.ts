import { compact, digitsOf, isDayAndMonth, passesModulo11And10, weigh } from '../checksums.ts'

/** Tax identification number: one digit twice or thrice among the first ten, or none in older ones; modulo 11,10. */
export function isGermanTaxNumber(text: string): boolean {
  const digits = digitsOf(text)
  return !digits.startsWith('0') && new Set(digits.slice(0, 10)).size >= 8 && passesModulo11And10(digits)
}

/** VAT identification number: modulo 11,10. How sure: of a wrong check digit nothing is certain but the form. */
export const rateGermanVat = (text: string): number => (passesModulo11And10(digitsOf(text)) ? 0.45 : 0.2)

const travelWeights = [7, 3, 1, 7, 3, 1, 7, 3, 1]

/** Serial number of a passport or identity card with its check digit last (ICAO 9303). */
export const passesTravelCheck = (text: string): boolean => {
  const serial = text.toUpperCase()
  return weigh(serial, travelWeights.slice(0, serial.length - 1)) % 10 === Number(serial.at(-1))
}

const letterNumber = (letter: string): string => String(Number.parseInt(letter, 36) - 9).padStart(2, '0')

/** Insured person's number of the statutory health insurance: the letter as two digits, weights 1 and 2, sums of digits. */
export function isHealthInsuranceNumber(text: string): boolean {
  const digits = letterNumber(text.charAt(0)) + text.slice(1, 9)
  return crossSum(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === Number(text[9])
}

/** Pension insurance number: area, date of birth, letter of the name, serial number, check digit (VKVV). */
export function isPensionNumber(text: string): boolean {
  const plain = compact(text)
  const [day, month] = [Number(plain.slice(2, 4)), plain.slice(4, 6)]
  const digits = plain.slice(0, 8) + letterNumber(plain.charAt(8)) + plain.slice(9, 11)
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]
  return (
    isDayAndMonth(String(day > 31 ? day - 50 : day), month) &&
    crossSum(digits, weights) % 10 === Number(plain[11])
  )
}

/** Sum of the digits of the products. */
const crossSum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => {
    const product = weight * Number(digits[index])
    return sum + Math.floor(product / 10) + (product % 10)
  }, 0)

/** Physician's number: six digits, check digit, group of specialists (KBV). */
export const isPhysicianNumber = (text: string): boolean =>
  (10 - (weigh(text, [4, 9, 4, 9, 4, 9]) % 10)) % 10 === Number(text[6])
