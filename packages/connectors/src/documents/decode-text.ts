import { analyse } from 'chardet'

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** How much of a file is looked at to tell text from binary. */
const SNIFF_BYTES = 8192

/** The text of a file, without a byte order mark and with LF line ends; `null` for what is not text. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = markedEncoding(bytes)
  if (marked !== null) return normalise(new TextDecoder(marked).decode(bytes))
  if (looksBinary(bytes)) return null
  try {
    return normalise(strictUtf8.decode(bytes))
  } catch {
    return decodeGuessed(bytes)
  }
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** Text holds no NUL and hardly any other control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFF_BYTES)
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0)
  return head.includes(0) || controls > head.length / 100
}

const isControl = (byte: number): boolean =>
  byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13

function decodeGuessed(bytes: Uint8Array): string | null {
  for (const { name } of analyse(bytes)) {
    try {
      return normalise(new TextDecoder(name, { fatal: true }).decode(bytes))
    } catch {
      continue
    }
  }
  return null
}

const normalise = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
