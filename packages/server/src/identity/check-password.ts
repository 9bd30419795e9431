import { createError, fail, ok, type Result } from '@assay/core'
import { commonPasswords, commonPasswordStems } from './common-passwords.data.ts'

/** NIST SP 800-63B §5.1.1.2 asks for 8 and at least 64; in characters. */
export const passwordLength = { least: 12, most: 256 } as const

/** What may be left of a password beside a word that everybody would try first. */
const ownCharacters = 5

/**
 * The rules of NIST SP 800-63B: length, and none of the passwords somebody would try first: common ones, repeated or counted
 * characters, the person's own name or address, the service's name. No rule on which characters. Fails with ASSAY-9018.
 */
export function checkPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): Result<void> {
  const length = Array.from(password).length
  if (length < passwordLength.least)
    return tooWeak(`${length} characters: at least ${passwordLength.least} are needed`)
  if (length > passwordLength.most) return tooWeak(`more than ${passwordLength.most} characters`)
  const text = password.normalize('NFKC').toLowerCase()
  if (commonPasswords.has(text)) return tooWeak('it stands in a list of leaked passwords')
  if (isPattern(text)) return tooWeak('it repeats or counts a few characters')
  const own = ownWords(person).find((word) => leftWithout(text, word) <= ownCharacters)
  if (own !== undefined) return tooWeak(`it is little more than “${own}”`)
  const stem = findStem(text)
  if (stem !== undefined) return tooWeak('it is little more than a word of a list of leaked passwords')
  return ok(undefined)
}

const tooWeak = (why: string): Result<never> =>
  fail(createError('ASSAY-9018', { message: `The password is too weak: ${why}`, where: 'password' }))

/** A part of at most four characters again and again, or characters that follow one another: `abababababab`, `123456789abc`. */
function isPattern(text: string): boolean {
  for (let length = 1; length <= 4; length += 1)
    if (
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length)
    )
      return true
  const steps = Array.from(
    { length: text.length - 1 },
    (_, index) => text.charCodeAt(index + 1) - text.charCodeAt(index),
  )
  const counted = steps.filter((step) => step === 1 || step === -1 || step === 0).length
  return counted >= steps.length - 2
}

/** The service's name, and the parts of the person's name and address that are long enough to be a password's core. */
function ownWords({ name, email }: { readonly name: string; readonly email: string }): readonly string[] {
  const parts = [name, email, ...name.split(/\s+/), ...email.split('@'), ...email.split(/[@.+_-]/)]
  return [
    'assay',
    ...parts.map((part) => part.normalize('NFKC').toLowerCase()).filter((part) => part.length >= 4),
  ]
}

const leftWithout = (text: string, word: string): number =>
  text.includes(word) ? text.replaceAll(word, '').length : Number.POSITIVE_INFINITY

/** A common word that leaves at most a few characters: `password2024!`, `dragondragon`. */
function findStem(text: string): string | undefined {
  for (let start = 0; start <= ownCharacters && start < text.length; start += 1)
    for (let length = 11; length >= 6; length -= 1) {
      const word = text.slice(start, start + length)
      if (word.length === length && commonPasswordStems.has(word) && leftWithout(text, word) <= ownCharacters)
        return word
    }
  return undefined
}
