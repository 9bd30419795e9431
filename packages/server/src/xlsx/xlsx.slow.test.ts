import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { packZip } from './pack-zip.ts'
import { readXlsx } from './read-xlsx.ts'
import { unpackZip } from './unpack-zip.ts'
import { writeXlsx } from './write-xlsx.ts'

async function write(rows: readonly (readonly string[])[]): Promise<Buffer> {
  async function* each() {
    yield* rows
  }
  return Buffer.concat(await Array.fromAsync(writeXlsx('Cases', each())))
}

test('what is written is read, row by row and cell by cell', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary-ascii', minLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('&lt;', '&amp;amp;', '_x0041_', '_x005F_', 'a\r\nb', ' a ', '<b>', "'=1"),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
      async (rows) => {
        const read = await readXlsx(await write(rows), 'a.xlsx')
        expect(read).toEqual({ ok: true, value: rows.map((cells, index) => ({ number: index + 1, cells })) })
      },
    ),
    { numRuns: 60 },
  )
})

test('a text that looks like a formula stays a text, and empty rows keep the numbers of the others', async () => {
  const read = await readXlsx(await write([['q'], [''], ['=1+1', ' a\n b ', '&lt;', '']]), 'a.xlsx')
  expect(read.ok && read.value).toMatchObject([
    { number: 1, cells: ['q'] },
    { number: 3, cells: ['=1+1', ' a\n b ', '&lt;'] },
  ])
})

test('sheets of others: numbers, dates, formulas, rich texts and links become what they show', async () => {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  book.addWorksheet('empty')
  const sheet = book.addWorksheet('data')
  sheet.addRow([1.5, true, new Date('2026-05-02T00:00:00Z'), { formula: 'A1*2', result: 3 }])
  sheet.addRow([
    { richText: [{ text: 'a' }, { text: 'b' }] },
    { text: 'link', hyperlink: 'https://example.com' },
  ])
  const read = await readXlsx(Buffer.from(await book.xlsx.writeBuffer()), 'a.xlsx')
  expect(read.ok && read.value.map(({ cells }) => cells)).toEqual([
    ['1.5', 'true', '2026-05-02', '3'],
    ['ab', 'link'],
  ])
})

it.each([
  ['no ZIP', Buffer.from('id,question\n1,2\n'.repeat(10)), 'no XLSX file'],
  ['nothing', Buffer.alloc(0), 'no XLSX file'],
  ['another ZIP', packZip([{ name: 'a.txt', bytes: Buffer.from('x') }]), 'no XLSX file'],
  [
    'a cut-off file',
    packZip([{ name: 'xl/workbook.xml', bytes: Buffer.from('x') }]).subarray(20),
    'no XLSX file',
  ],
  ['broken XML', packZip([{ name: 'xl/workbook.xml', bytes: Buffer.from('<a><b') }]), ''],
])('%s is refused', async (_, bytes, said) => {
  const read = await readXlsx(Buffer.from(bytes), 'a.xlsx')
  if (said === '') expect(read).toMatchObject({ ok: true, value: [] })
  else
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-9006', message: expect.stringContaining(said) },
    })
})

/** A ZIP file with one deflated entry that says of itself what it likes. */
function bomb(unpacked: number, claimed: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(unpacked))
  const zip = packZip([{ name: 'xl/workbook.xml', bytes: packed }])
  const directory = zip.readUInt32LE(zip.length - 6)
  for (const at of [8, directory + 10]) zip.writeUInt16LE(8, at)
  for (const at of [22, directory + 24]) zip.writeUInt32LE(claimed, at)
  return zip
}

test('a file that would unpack beyond the limit is refused, whatever size it claims', async () => {
  const zip = bomb(300_000_000, 10)
  expect(zip.length).toBeLessThan(400_000)
  const before = process.memoryUsage().rss
  expect(await readXlsx(zip, 'bomb.xlsx')).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-9006', message: 'The file unpacks to more than 250 MB' },
  })
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
  const small = unpackZip(bomb(1_000, 10), { entries: 1, bytes: 1_000 }, 'a')
  expect(small.ok && small.value[0]?.bytes.length).toBe(1_000)
  expect(unpackZip(bomb(1_001, 10), { entries: 1, bytes: 1_000 }, 'a').ok).toBe(false)
})

test('a file of too many parts is refused', () => {
  const entries = Array.from({ length: 4 }, (_, index) => ({ name: `${index}`, bytes: Buffer.from('x') }))
  expect(unpackZip(packZip(entries), { entries: 3, bytes: 100 }, 'a')).toMatchObject({
    ok: false,
    error: { message: 'The file holds more than 3 parts' },
  })
})

test('any bytes are read or refused, and nothing throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(), (noise, at) => {
      const zip = packZip([{ name: 'a', bytes: Buffer.from('hello') }])
      for (const [index, byte] of noise.entries()) zip[(at + index * 7) % zip.length] = byte
      unpackZip(zip, { entries: 10, bytes: 1_000 }, 'a')
      unpackZip(Buffer.from(noise), { entries: 10, bytes: 1_000 }, 'a')
    }),
  )
})
