import { compact, digitsOf, modulo97, passesLuhn } from '../checksums.ts'

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
  [/^(?:2131|1800)/, [15]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:50|5[6-8]|63|67)/, [12, 13, 14, 15, 16, 17, 18, 19]],
]

/** Passes Luhn, and is none of the numbers of one digit; how sure: less where no issuer has such numbers. */
export function ratePaymentCard(text: string): number | boolean {
  const digits = digitsOf(text)
  if (!passesLuhn(digits) || new Set(digits).size < 2) return false
  const isIssued = issuers.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length))
  return isIssued || (digits.length >= 14 && 0.2)
}

/** US bank routing number (ABA). */
export const isRoutingNumber = (text: string): boolean => {
  const digits = digitsOf(text)
  const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return /^(?:0[1-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(digits) && sum % 10 === 0
}

const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'

/** Bitcoin addresses of segregated witness: BIP 173 and BIP 350. */
export function isBech32(text: string): boolean {
  const address = text.toLowerCase()
  const prefix = address.slice(0, address.lastIndexOf('1'))
  const values = [
    ...Array.from(prefix, (letter) => letter.charCodeAt(0) >> 5),
    0,
    ...Array.from(prefix, (letter) => letter.charCodeAt(0) & 31),
    ...Array.from(address.slice(prefix.length + 1), (letter) => bech32.indexOf(letter)),
  ]
  const check = values.reduce(addToBech32, 1)
  return !values.includes(-1) && (check === 1 || check === 0x2bc830a3)
}

const bech32Generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

function addToBech32(check: number, value: number): number {
  const top = check >>> 25
  const next = ((check & 0x1ffffff) << 5) ^ value
  return bech32Generators.reduce((sum, each, bit) => ((top >>> bit) & 1 ? sum ^ each : sum), next)
}

/** Base 58 with small and large letters and digits mixed, as hashes are and words are not. */
export const isBase58Hash = (text: string): boolean =>
  /\d.*\d/.test(text.slice(1)) && /[a-z].*[a-z]/.test(text) && /[A-Z].*[A-Z]/.test(text)

const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const vinLetters = 'ABCDEFGH..JKLMN.P.R..STUVWXYZ'

/** Vehicle identification number with its check digit at the ninth place (ISO 3779, 49 CFR 565). */
export function isVin(text: string): boolean {
  const vin = compact(text)
  const valueOf = (character: string) =>
    /\d/.test(character) ? Number(character) : (vinValue(character) ?? 0)
  const sum = vinWeights.reduce((total, weight, index) => total + weight * valueOf(vin.charAt(index)), 0)
  return '0123456789X'[sum % 11] === vin[8] && /[A-Z].*[A-Z]/.test(vin) && /\d.*\d/.test(vin)
}

/** A to I are 1 to 9, J to R likewise, S to Z are 2 to 9. */
function vinValue(letter: string): number | undefined {
  const place = vinLetters.indexOf(letter)
  return place < 0 ? undefined : place < 10 ? place + 1 : place < 19 ? place - 9 : place - 19
}
