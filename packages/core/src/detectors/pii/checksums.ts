/** Check digits of identity and payment numbers. Each takes digits (and letters where said) without separators. */

export const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/** Letters and digits alone, in capitals. */
export const compact = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = digit * 2
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

/** ISO 7064 MOD 97-10 over letters and digits: A is 10, Z is 35. */
export function modulo97(text: string): number {
  let rest = 0
  for (const character of text.toUpperCase()) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** Sum of the digits times their weights; letters count as in base 36 (A is 10). */
export const weigh = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number.parseInt(digits[index] ?? '0', 36), 0)

/** Whether the digit after the weighed ones is what `modulus` less the rest gives; a check of two digits is 0. */
export const passesWeighed = (digits: string, weights: readonly number[], modulus: 10 | 11): boolean =>
  ((modulus - (weigh(digits, weights) % modulus)) % modulus) % 10 === Number(digits[weights.length]) &&
  digits.length > weights.length

/** ISO 7064 MOD 11,10. */
export function passesModulo11And10(digits: string): boolean {
  let product = 10
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (2 * sum) % 11
  }
  return (11 - product) % 10 === Number(digits.at(-1))
}

const verhoeffTimes = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]
const verhoeffTurn = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]

/** Verhoeff 1969, by the dihedral group D5. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    check = Number(verhoeffTimes[check]?.[Number(verhoeffTurn[index % 8]?.[digit])])
  }
  return check === 0
}

/** Whether day and month (of numbers as they stand in identity numbers, without a century) can be a date. */
export const isDayAndMonth = (day: string, month: string): boolean => {
  const [d, m] = [Number(day), Number(month)]
  return d >= 1 && m >= 1 && m <= 12 && d <= (m === 2 ? 29 : [4, 6, 9, 11].includes(m) ? 30 : 31)
}
