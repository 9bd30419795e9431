import { qrVersions, type QrVersion } from './qr-versions.data.ts'
import { correctionOf } from './reed-solomon.ts'

export interface QrCodewords {
  /** 1 to 15. */
  readonly version: number
  readonly codewords: readonly number[]
}

const byteMode = 0b0100

const dataLength = ({ blocks }: QrVersion): number =>
  blocks.reduce((sum, [count, data]) => sum + count * data, 0)

/** Data and correction codewords of a text in the smallest version that holds it; `null`: it is too long. */
export function toCodewords(text: string): QrCodewords | null {
  const bytes = [...new TextEncoder().encode(text)]
  const index = qrVersions.findIndex(
    (version, at) => bytes.length * 8 + 4 + countBits(at + 1) <= dataLength(version) * 8,
  )
  const row = qrVersions[index]
  if (row === undefined) return null
  const data = pad(toBits(bytes, index + 1), dataLength(row))
  return { version: index + 1, codewords: interleave(data, row) }
}

const countBits = (version: number): number => (version < 10 ? 8 : 16)

function toBits(bytes: readonly number[], version: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1)
  }
  push(byteMode, 4)
  push(bytes.length, countBits(version))
  for (const byte of bytes) push(byte, 8)
  return bits
}

/** Closes the bits, fills the last byte, then with two bytes in turn. */
function pad(bits: readonly number[], length: number): readonly number[] {
  const closed = [...bits, 0, 0, 0, 0].slice(0, length * 8)
  const bytes: number[] = []
  for (let at = 0; at < closed.length; at += 8)
    bytes.push(
      Array.from({ length: 8 }, (_, bit) => closed[at + bit] ?? 0).reduce((sum, bit) => sum * 2 + bit, 0),
    )
  for (let filler = 0xec; bytes.length < length; filler ^= 0xec ^ 0x11) bytes.push(filler)
  return bytes
}

/** Blocks stand column by column, so that a scratch hurts each a little. */
function interleave(data: readonly number[], { blocks, correction }: QrVersion): readonly number[] {
  const lengths = blocks.flatMap(([count, length]) => Array.from({ length: count }, () => length))
  let at = 0
  const parts = lengths.map((length) => data.slice(at, (at += length)))
  const corrections = parts.map((part) => correctionOf(part, correction))
  return [...byColumn(parts), ...byColumn(corrections)]
}

const byColumn = (rows: readonly (readonly number[])[]): readonly number[] =>
  Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, column) =>
    rows.flatMap((row) => row[column] ?? []),
  ).flat()
