import { inflateRawSync } from 'node:zlib'
import { createError, fail, ok, type Result } from '@assay/core'

export interface ZipLimits {
  readonly entries: number
  /** Of all entries together, unpacked. */
  readonly bytes: number
}

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50
/** The end record and the longest comment behind it. */
const endLength = 22 + 0xffff

/**
 * Unpacks a ZIP file in memory, never beyond the limits: what entries say of their size is not believed. Fails with ASSAY-9006
 * where it is no ZIP file or beyond them; `file` names it.
 */
export function unpackZip(bytes: Buffer, limits: ZipLimits, file: string): Result<readonly ZipEntry[]> {
  const refuse = (message: string): Result<never> => fail(createError('ASSAY-9006', { where: file, message }))
  try {
    const heads = readDirectory(bytes, limits.entries)
    if (heads === null) return refuse('The file is no XLSX file')
    if (heads === 'too many') return refuse(`The file holds more than ${limits.entries} parts`)
    let left = limits.bytes
    const entries: ZipEntry[] = []
    for (const head of heads) {
      const unpacked = unpackEntry(bytes, head, left)
      if (unpacked === null)
        return refuse(`The file unpacks to more than ${Math.round(limits.bytes / 1e6)} MB`)
      left -= unpacked.length
      entries.push({ name: head.name, bytes: unpacked })
    }
    return ok(entries)
  } catch {
    return refuse('The file is damaged: it could not be unpacked')
  }
}

interface Head {
  readonly name: string
  readonly method: number
  readonly packedSize: number
  readonly offset: number
}

/** `null`: there is no directory. */
function readDirectory(bytes: Buffer, most: number): readonly Head[] | 'too many' | null {
  const end = findEnd(bytes)
  if (end === null) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > most) return 'too many'
  const heads: Head[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== directorySignature) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    heads.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return heads
}

function findEnd(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - endLength); at -= 1)
    if (bytes.readUInt32LE(at) === endSignature) return at
  return null
}

/** `null`: it is larger than what is left. */
function unpackEntry(bytes: Buffer, { method, packedSize, offset }: Head, left: number): Uint8Array | null {
  if (bytes.readUInt32LE(offset) !== localSignature) throw new Error('no local header')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + packedSize)
  if (packed.length !== packedSize) throw new Error('cut off')
  if (method === 0) return packed.length > left ? null : packed
  if (method !== 8) throw new Error('packed in another way')
  try {
    // With a limit of 0 Node would refuse the option itself.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null
    throw error
  }
}
