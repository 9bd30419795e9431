import { createReadStream, createWriteStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

interface ZipEntry {
  readonly method: number
  readonly compressedBytes: number
  readonly localHeaderAt: number
}

/**
 * Writes one member of a zip archive to a file, reading nothing else of it (PKWARE APPNOTE 6.3, without ZIP64 and
 * encryption). Throws when the archive or the member cannot be read; the caller checks the content by its hash.
 */
export async function extractZipMember(archive: string, member: string, target: string): Promise<void> {
  const handle = await open(archive)
  try {
    const entry = await findEntry(handle, member)
    const start = await findDataStart(handle, entry)
    const source = createReadStream(archive, { start, end: start + entry.compressedBytes - 1 })
    const inflate = entry.method === 8 ? createInflateRaw() : new PassThrough()
    await pipeline(source, inflate, createWriteStream(target))
  } finally {
    await handle.close()
  }
}

const endRecordBytes = 22
const longestComment = 65_535

async function findEntry(handle: FileHandle, member: string): Promise<ZipEntry> {
  const { size } = await handle.stat()
  const tailBytes = Math.min(size, endRecordBytes + longestComment)
  const tail = await readAt(handle, size - tailBytes, tailBytes)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1) throw new Error('not a zip archive')
  const directory = await readAt(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  for (let at = 0; at < directory.length;) {
    const nameBytes = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameBytes)
    if (name === member) return toEntry(directory, at)
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  throw new Error(`the archive holds no ${member}`)
}

function toEntry(directory: Buffer, at: number): ZipEntry {
  const method = directory.readUInt16LE(at + 10)
  if (method !== 0 && method !== 8) throw new Error(`unknown compression method ${method}`)
  return {
    method,
    compressedBytes: directory.readUInt32LE(at + 20),
    localHeaderAt: directory.readUInt32LE(at + 42),
  }
}

/** The local header's name and extra field may be longer than the directory says. */
async function findDataStart(handle: FileHandle, { localHeaderAt }: ZipEntry): Promise<number> {
  const header = await readAt(handle, localHeaderAt, 30)
  return localHeaderAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new Error('the archive ends too early')
  return buffer
}
