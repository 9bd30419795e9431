import { crc32 } from 'node:zlib'
import type { ZipEntry } from './unpack-zip.ts'

/** A ZIP file whose entries stand as they are: whoever unpacks it gets what is there and nothing more. */
export function packZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8')
    const fields = describe(bytes, nameBytes)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, nameBytes])
    const place = Buffer.alloc(4)
    place.writeUInt32LE(offset)
    directory.push(
      Buffer.from('504b01021400', 'hex'),
      fields,
      // Comment, disk, attributes: none.
      Buffer.alloc(10),
      place,
      nameBytes,
    )
    parts.push(local, bytes)
    offset += local.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

/** What both headers of an entry say alike: version 2.0, UTF-8 names, stored, 1 January 1980. */
function describe(bytes: Uint8Array, name: Uint8Array): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt16LE(0x0021, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}
