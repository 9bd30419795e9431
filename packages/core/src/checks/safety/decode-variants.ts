/** One way to read a text. */
interface Variant {
  /** How it was hidden, for reasons; `plain`: not at all. */
  readonly name: string
  readonly text: string
}

/** The text as it stands and as the simple encodings would hide it; only those that give something. */
export function decodeVariants(text: string): readonly Variant[] {
  const variants = [
    { name: 'plain', text },
    { name: 'in base64', text: decodeRuns(text, base64Run, fromBase64) },
    { name: 'in hexadecimal', text: decodeRuns(text, hexadecimalRun, fromHexadecimal) },
    {
      name: 'percent-encoded',
      text: /%[0-9a-f]{2}/i.test(text) ? decodeRuns(text, percentRun, decodeURIComponent) : '',
    },
    { name: 'in rot13', text: rotate(text) },
    { name: 'backwards', text: Array.from(text).reverse().join('') },
  ]
  return variants.filter((variant) => variant.name === 'plain' || variant.text !== '')
}

const base64Run = /[A-Za-z0-9+/_-]{12,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*/g
const hexadecimalRun = /(?:(?:\\x|0x|%)?[0-9a-fA-F]{2}[\s,:-]{0,2}){8,}/g
const percentRun = /(?:%[0-9a-fA-F]{2}|[\w.~+-]){8,}/g

function decodeRuns(text: string, run: RegExp, decode: (run: string) => string): string {
  return [...text.matchAll(run)]
    .map(([found]) => {
      try {
        return decode(found)
      } catch {
        return ''
      }
    })
    .join('\n')
    .trim()
}

const utf8 = new TextDecoder()

function fromBase64(run: string): string {
  const plain = run.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/')
  const whole = plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0))
  return utf8.decode(Uint8Array.from(atob(whole), (character) => character.charCodeAt(0)))
}

function fromHexadecimal(run: string): string {
  const pairs = run.replaceAll(/\\x|0x|[^0-9a-f]/gi, '').match(/../g) ?? []
  return utf8.decode(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)))
}

const rotate = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const base = letter < 'a' ? 65 : 97
    return String.fromCodePoint(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })

/** The middle of the text in base64, at each of the three places it can start within a longer encoded text. */
export function encodingsOf(text: string): readonly string[] {
  const bytes = [...new TextEncoder().encode(text)]
  return [0, 1, 2].map((shift) => {
    const padded = [...Array.from({ length: shift }, () => 0), ...bytes]
    const encoded = btoa(String.fromCharCode(...padded.slice(0, padded.length - (padded.length % 3))))
    return encoded.slice(shift === 0 ? 0 : 4)
  })
}
