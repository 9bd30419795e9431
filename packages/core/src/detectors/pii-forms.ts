import { digitsOf, modulo97, passesLuhn, passesModulo11And10, passesVerhoeff, weigh } from './checksums.ts'

/** Lengths by country (SWIFT IBAN registry, release 99). */
const ibanLengths =
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
const ibanLengthOf = new Map(
  ibanLengths.split(' ').map((each) => [each.slice(0, 2), Number(each.slice(2))] as const),
)

/** The account number at the start of the text, which may go on with other words; ISO 13616 check. */
export function readIban(text: string): string | false {
  const length = ibanLengthOf.get(text.slice(0, 2).toUpperCase()) ?? 0
  let [kept, end] = ['', 0]
  for (; end < text.length && kept.length < length; end += 1)
    if (/[A-Za-z0-9]/.test(text.charAt(end))) kept += text.charAt(end)
  if (length === 0 || kept.length < length || /[A-Za-z0-9]/.test(text.charAt(end))) return false
  return modulo97(kept.slice(4) + kept.slice(0, 4)) === 1 && text.slice(0, end)
}

/** First digits and lengths by issuer (public issuer ranges, November 2026). */
const issuers: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^3(?:0[0-5]|[689])/, [14, 16, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:50|5[6-8]|63|67)/, [12, 13, 14, 15, 16, 17, 18, 19]],
]

export function isPaymentCard(text: string): boolean {
  const digits = digitsOf(text)
  const isIssued = issuers.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length))
  return isIssued && passesLuhn(digits) && new Set(digits).size > 1
}

/** Country calling codes in use (ITU-T E.164, list of 2016 with later notices), with the length of numbers after them. */
const callingCode =
  /^(?:1[2-9]|7[3-9]|2(?:[07]|1[1-36-8]|[23]\d|4\d|5[0-8]|6\d|9[01789])|3(?:[0-4693]|5\d|7[0-8]|8[0-35-79])|4(?:[013-9]|2[013])|5(?:[1-8]|0\d|9\d)|6(?:[0-6]|7[02-9]|8[0-35-9]|9[0-2])|8(?:[1246]|0[08]|5[02356]|7[0-48]|8[0-8])|9(?:[0-58]|6[0-8]|7[0-79]|9[2-68]))/

/** `+` or `00`, a country's code, 7 to 15 digits in all. */
export function isInternationalPhone(text: string): boolean {
  const digits = digitsOf(text).replace(/^00/, '')
  return digits.length >= 8 && digits.length <= 15 && callingCode.test(digits) && new Set(digits).size > 2
}

/** North American plan: area and exchange begin with 2 to 9, and neither is N11. */
export const isNorthAmericanPhone = (text: string): boolean =>
  /^1?[2-9](?!11)\d\d[2-9](?!11)\d{6}$/.test(digitsOf(text))

/** After a word such as "phone": any number that can be one. */
export function isPhoneByWord(text: string): boolean {
  const { length } = digitsOf(text)
  return (
    !/^\d{4}-\d\d-\d\d|\.\d+ |^\d+\.\d+$/.test(text) &&
    length >= 7 &&
    length <= 15 &&
    new Set(digitsOf(text)).size > 2
  )
}

/** No file name such as `icon@2x.png`, and each part of the domain within its limits (RFC 1035). */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  if (/\.(?:png|jpe?g|gif|svg|webp|ico|js|mjs|ts|tsx|css|json|ya?ml|md|txt|html?|py)$/i.test(domain))
    return false
  return local.length <= 64 && !local.includes('..') && domain.split('.').every((part) => part.length <= 63)
}

/** How sure an address is that of a private network, which names nobody. */
const privateAddress = 0.3

/** Four bytes; no loopback, unspecified, broadcast, multicast or mask address. */
export function isIpv4(text: string): boolean | number {
  const bytes = text.split('.').map(Number)
  const [first = 0] = bytes
  const isAddress = bytes.length === 4 && bytes.every((byte) => byte <= 255)
  if (!isAddress || first === 0 || first === 127 || first >= 224) return false
  return /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(text) ? privateAddress : true
}

/** RFC 4291: eight groups, or fewer with one `::`; not `::` and `::1`, nor what is more likely code (`a::b`). */
export function isIpv6(text: string): boolean | number {
  const halves = text.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  const isPrivate = /^f(?:e[89ab]|[cd][0-9a-f])[0-9a-f]:/i.test(text)
  const least = isPrivate || /^2[0-9a-f]{3}:/i.test(text) ? 2 : 3
  const isWhole = halves.length === 1 ? groups.length === 8 : groups.length >= least && groups.length <= 7
  if (!isWhole || halves.length > 2) return false
  return isPrivate ? privateAddress : true
}

/** Areas 000, 666 and 900 up, group 00 and serial 0000 are never given (SSA); three numbers of advertisements are void. */
export const isSocialSecurityNumber = (text: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digitsOf(text)) &&
  !['078051120', '219099999', '457555462', '123456789'].includes(digitsOf(text))

/** UK National Health Service: modulo 11. */
export const isNhsNumber = (text: string): boolean =>
  (11 - (weigh(digitsOf(text), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(text.at(-1))

/** German tax identification number: one digit twice or thrice among the first ten, modulo 11,10. */
export function isGermanTaxNumber(text: string): boolean {
  const digits = digitsOf(text)
  const distinct = new Set(digits.slice(0, 10)).size
  return !digits.startsWith('0') && (distinct === 9 || distinct === 8) && passesModulo11And10(digits)
}

/** Spanish DNI and NIE: the letter is the number modulo 23. */
export function isSpanishIdentity(text: string): boolean {
  const plain = text.replaceAll(/[ .-]/g, '').toUpperCase()
  const number = plain.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === plain.at(-1)
}

/** Values of the characters at odd places, of 0-9 and of A-Z (decree of 23 December 1976). */
const italianOdd = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
]

/** Italian tax code. */
export function isItalianTaxCode(text: string): boolean {
  const code = text.toUpperCase()
  const valueOf = (character: string) => Number.parseInt(character, 36) - (/\d/.test(character) ? 0 : 10)
  let sum = 0
  for (let index = 0; index < 15; index += 1) {
    const value = valueOf(code.charAt(index))
    sum += index % 2 === 0 ? (italianOdd[value] ?? 0) : value
  }
  return String.fromCodePoint(65 + (sum % 26)) === code.at(-1)
}

/** French social security number: key of two digits, 97 minus the rest. Corsica's departments 2A and 2B count as 19 and 18. */
export function isFrenchSocialSecurity(text: string): boolean {
  const plain = text.replaceAll(/[ .-]/g, '').toUpperCase()
  const number = plain.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - Number(BigInt(digitsOf(number)) % 97n) === Number(plain.slice(13))
}

/** Dutch citizen service number: the eleven test. */
export const isDutchCitizenNumber = (text: string): boolean => {
  const sum = weigh(digitsOf(text), [9, 8, 7, 6, 5, 4, 3, 2, -1])
  return sum !== 0 && sum % 11 === 0
}

/** Polish PESEL. */
export const isPesel = (text: string): boolean =>
  weigh(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0 && /^\d\d(?:[02468][1-9]|[13579][0-2])/.test(text)

/** Brazilian CPF: two check digits modulo 11. */
export function isCpf(text: string): boolean {
  const digits = digitsOf(text)
  const checkDigit = (length: number) => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index)
    return ((weigh(digits, weights) * 10) % 11) % 10
  }
  return (
    new Set(digits).size > 1 && checkDigit(9) === Number(digits[9]) && checkDigit(10) === Number(digits[10])
  )
}

/** Indian Aadhaar: Verhoeff. */
export const isAadhaar = (text: string): boolean => /^[2-9]/.test(text) && passesVerhoeff(digitsOf(text))

/** Finnish personal identity code: the number modulo 31 gives the last character. */
export function isFinnishIdentity(text: string): boolean {
  const number = Number(digitsOf(text.slice(0, 6)) + text.slice(7, 10))
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'[number % 31] === text.at(-1)?.toUpperCase()
}

/** Swedish personal identity number: Luhn over the last ten digits, and a date. */
export const isSwedishIdentity = (text: string): boolean => {
  const digits = digitsOf(text).slice(-10)
  return passesLuhn(digits) && /^\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])/.test(digits)
}

/** Canadian social insurance number: Luhn, never 0 or 8 first. */
export const isCanadianInsurance = (text: string): boolean =>
  /^[1-79]/.test(text) && passesLuhn(digitsOf(text))

/** Singapore identity numbers. */
export function isSingaporeIdentity(text: string): boolean {
  const code = text.toUpperCase()
  const sum =
    weigh(code.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + (/^[TG]/.test(code) ? 4 : code.startsWith('M') ? 3 : 0)
  const letters = /^[ST]/.test(code) ? 'JZIHGFEDCBA' : code.startsWith('M') ? 'XWUTRQPNJLK' : 'XWUTRQPNMLK'
  const place = code.startsWith('M') ? 10 - (sum % 11) : sum % 11
  return (code.startsWith('M') ? 'KLJNPQRTUWX'[place] : letters[place]) === code.at(-1)
}

/** US bank routing number (ABA). */
export const isRoutingNumber = (text: string): boolean => {
  const digits = digitsOf(text)
  return (
    /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(digits) &&
    weigh(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0
  )
}

/** Australian tax file number. */
export const isTaxFileNumber = (text: string): boolean =>
  weigh(digitsOf(text), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0
