import {
  compact,
  digitsOf,
  isDayAndMonth,
  passesLuhn,
  passesVerhoeff,
  passesWeighed,
  weigh,
} from '../checksums.ts'

/** Indian Aadhaar: Verhoeff; no palindromes (UIDAI). */
export const isAadhaar = (text: string): boolean => {
  const digits = digitsOf(text)
  return passesVerhoeff(digits) && digits !== Array.from(digits).reverse().join('')
}

/** Nigerian identity number, and others of Verhoeff's. */
export const isVerhoeffNumber = (text: string): boolean => passesVerhoeff(digitsOf(text))

/** Singapore identity numbers; with a wrong last letter only the form. */
export function rateSingaporeIdentity(text: string): true | number {
  const code = text.toUpperCase()
  const sum =
    weigh(code.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + (/^[TG]/.test(code) ? 4 : code.startsWith('M') ? 3 : 0)
  const letters = /^[ST]/.test(code) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK'
  return (code.startsWith('M') ? 'KLJNPQRTUWX'[10 - (sum % 11)] : letters[sum % 11]) === code.at(-1) || 0.2
}

/** Australian tax file number. */
export const isTaxFileNumber = (text: string): boolean =>
  weigh(digitsOf(text), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0

/** Australian business number: 1 is taken from the first digit, modulo 89. */
export const isBusinessNumber = (text: string): boolean =>
  (weigh(digitsOf(text), [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0

/** Australian company number. */
export const isCompanyNumber = (text: string): boolean =>
  passesWeighed(digitsOf(text), [8, 7, 6, 5, 4, 3, 2, 1], 10)

/** Australian Medicare: the ninth digit is the check. */
export const isMedicareNumber = (text: string): boolean =>
  weigh(digitsOf(text), [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(digitsOf(text)[8])

/** Korean business registration: the ninth digit counts five times, and half of it once more. */
export function isKoreanBusiness(text: string): boolean {
  const digits = digitsOf(text)
  const sum = weigh(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(digits[8]) * 5) / 10)
  return (10 - (sum % 10)) % 10 === Number(digits[9])
}

/** Year, month and day first. */
export const startsWithYearMonthDay = (text: string): boolean =>
  isDayAndMonth(text.slice(4, 6), text.slice(2, 4))

/** Thai identity number: modulo 11. */
export const isThaiIdentity = (text: string): boolean =>
  (11 - (weigh(digitsOf(text), [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(text.at(-1))

/** South African identity number: date of birth, citizenship, Luhn. */
export const isSouthAfricanIdentity = (text: string): boolean =>
  startsWithYearMonthDay(text) && passesLuhn(text)

/** Chinese resident identity number: date of birth, modulo 11 with X for 10 (GB 11643). */
export const isChineseIdentity = (text: string): boolean =>
  isDayAndMonth(text.slice(12, 14), text.slice(10, 12)) &&
  '10X98765432'[weigh(text, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] ===
    text.at(-1)?.toUpperCase()

/** Letters in the order of the numbers 10 to 35 that stand for them. */
const taiwanLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'

/** Identity number of Taiwan. */
export function isTaiwanIdentity(text: string): boolean {
  const area = String(10 + taiwanLetters.indexOf(text.charAt(0).toUpperCase()))
  return weigh(area + text.slice(1), [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0
}

/** Identity card of Hong Kong: a missing first letter counts as 36, modulo 11 with A for 10. */
export function isHongKongIdentity(text: string): boolean {
  const plain = compact(text)
  const [body, check] = [plain.slice(0, -1), plain.at(-1) ?? '']
  const weights = body.length === 8 ? [9, 8, 7, 6, 5, 4, 3, 2] : [8, 7, 6, 5, 4, 3, 2]
  const blank = body.length === 8 ? 0 : 36 * 9
  return (blank + weigh(body, weights) + Number.parseInt(check, 36)) % 11 === 0
}

/** Japanese individual number ("My Number"): modulo 11. */
export function isMyNumber(text: string): boolean {
  const rest = weigh(digitsOf(text), [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
  return (rest < 2 ? 0 : 11 - rest) === Number(text.at(-1)) && new Set(digitsOf(text)).size > 2
}

/** Philippine tax number: the ninth digit is the check, modulo 11. */
export const isPhilippineTax = (text: string): boolean =>
  weigh(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(digitsOf(text)[8])
