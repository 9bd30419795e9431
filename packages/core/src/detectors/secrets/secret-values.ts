/** Whether a value can be a secret: drawn by chance or chosen as a password, and neither a place for one nor words. */

/** What stands where a value belongs. */
const placeholderStart =
  /^(?:your|my(?:[-_]|[a-z]{0,12}(?:key|token)\d{0,4}$)|the[-_ ]|some|insert|enter|put[-_]|change|replace|example|sample|placeholder|dummy|fake|mock|stub|test[-_]|todo|fixme|tbd|redacted|hidden|removed|masked|unset|not[-_ ]|no[-_ ]|dev[-_]|none$|null|nil$|true$|false$|undefined|required|optional|default|string$|bearer$|basic$)/i
const placeholderPart =
  /x{4}|\*{3}|\.{3}|…|[-_]here\b|placeholder|change[-_]?(?:me|it|this)|your[-_]|replace|redacted|example|dummy|insecure-default|for[-_]tests/i
/** References to where the value is kept: variables, templates, vaults, files. */
const reference =
  /^(?:--|["'`<!&\\^[]|\$[A-Za-z_{(]|\$\d\w?\$|%[\w(]+[%)]|@[\w.]+@|#?\{|[~.]{0,2}\/[\w.-]+(?:\/|$)|[A-Z]:\\|https?:|urn:|arn:|vault:|op:|ref\+|data:|file:|sha\d|env[.:(]|ENC\[|\(\?)|\$\{[\w.:/ ()|,'"?-]+\}|\{\{[^{}]+\}\}|<%|\$\(\w|\s\$\w|\[[:=]?\w+\]|%\(\w+\)|(?:process|os|config|settings|secrets?|vars?|local|module|self|this|params?|req|request|options|props|ctx|args|github|inputs)\./i
const sequence = /0123456|1234567|2345678|3456789|abcdefg|bcdefgh|qwertyu|(.)\1{5}/i

export const isPlaceholder = (value: string): boolean =>
  placeholderStart.test(value) ||
  placeholderPart.test(value) ||
  reference.test(value) ||
  (value.length >= 8 && isMonotonous(value))

/** The part of an issuer's token that chance should have drawn holds words or what fills a gap instead. */
export const isFilling = (drawn: string): boolean =>
  placeholderPart.test(drawn) || /^(?:your|insert|replace|fake|sample)|[x0*.#_-]{8}/i.test(drawn)

/** Few characters again and again: complete in form, but not drawn by chance. */
export const isMonotonous = (value: string): boolean =>
  new Set(value.toLowerCase()).size <= Math.min(5, Math.max(3, value.length / 4))

/**
 * Looks drawn by chance: at least 3 bits a character (Shannon, 2.6 for hexadecimal digits), letters and digits, and no
 * words joined by separators. Starting values of ours.
 */
export function isRandom(value: string): boolean {
  const isHexadecimal = /^[0-9a-fA-F-]*$/.test(value)
  const isMixed = /\d/.test(value) ? /[A-Za-z]/.test(value) : changesCaseOften(value)
  return (
    value.length >= (isHexadecimal ? 16 : 10) &&
    isMixed &&
    /^[\w+/=.~:!@#$%^&*()|-]*$/.test(value) &&
    !isPlaceholder(value) &&
    !sequence.test(value) &&
    !isCodeWords(value) &&
    entropy(value) >= (isHexadecimal ? 2.6 : 3)
  )
}

/** Letters alone: words in camel case change at most twice in six letters. */
const changesCaseOften = (value: string): boolean =>
  (value.match(/(?<=[a-z])[A-Z]|(?<=[A-Z])[a-z]/g) ?? []).length >= 0.36 * value.length

/** `client-secret-v2`, `x509_cert_url`, `users.api.getToken2`: parts that are words, with a number at most. */
export function isCodeWords(value: string): boolean {
  const parts = value.split(separators)
  return parts.length === 1
    ? isCamelWords(value, wordOrNumber)
    : parts.every((part) => isCamelWords(part, wordWithNumber))
}

/** Words in camel case have three characters or more on average, letters drawn by chance fewer. */
function isCamelWords(part: string, word: RegExp): boolean {
  const words = part.split(humps)
  return words.every((one) => word.test(one)) && (words.length === 1 || part.length >= 3 * words.length)
}

const isWords = (value: string): boolean =>
  value.split(separators).every((part) => part.split(humps).every((one) => wordOrNumber.test(one)))

const wordOrNumber = /^(?:(?:O|[A-Z]{3,4}(?=[A-Z][a-z]))?[A-Za-z]?[a-z]*\d{0,2}|[A-Z]+\d{0,2}|\d{1,4}|v\d+)$/
const wordWithNumber =
  /^(?:(?:O|[A-Z]{3,4}(?=[A-Z][a-z]))?[A-Za-z]?[a-z]*\d{0,4}[a-z]*|[A-Z]+\d{0,4}[A-Z]*|\d{1,4})$/
const separators = /[_./~+: @=-]/
const humps = /(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])/

/** Bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** Chosen by someone: two kinds of characters with a digit or a sign, no placeholder, address, or words of code. */
export function isPassword(value: string): boolean {
  if (value.length < 6 || value.length > 128 || isPlaceholder(value) || isAddress(value)) return false
  if (isForeignWord(value)) return false
  if (commonPassword.test(value)) return true
  if (/\s/.test(value)) return isPassphrase(value)
  return countKinds(value) >= 2 && /[^\p{L}]/u.test(value) && (isWordWithNumber(value) || !isWords(value))
}

/** Letters alone that many people choose. */
const commonPassword =
  /^(?:letmein|qwerty|iloveyou|swordfish|opensesame|sunshine|princess|football|baseball|superman|starwars|supersecret|topsecret|mysecretpassword|correct ?horse ?battery ?staple)$/i

/** `hunter2`: weak, but what people choose. */
const isWordWithNumber = (value: string): boolean => /^[A-Za-z][a-z]+\d+$/.test(value)

/** Other letters than A to Z without a digit: a label or message of another language. */
const isForeignWord = (value: string): boolean => /[^\x20-\x7e]/.test(value) && !/\d/.test(value)

/** Mail, host and port, number, version, date. */
const isAddress = (value: string): boolean =>
  /^[\w.+-]+@[\w-]+\.[\w.]+$|^[\w-]+(?:\.[\w-]+)*:\d+$|^[\d.,:/-]+$|^0x[\da-f]{1,8}$/i.test(value)

/** Words are more often a message about passwords. */
const isPassphrase = (value: string): boolean =>
  value.length <= 40 &&
  /\d/.test(value) &&
  /[!@#$%^&*_+=?]/.test(value) &&
  !/[(){}<>]/.test(value) &&
  countKinds(value) >= 4

export const countKinds = (value: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(value)).length
