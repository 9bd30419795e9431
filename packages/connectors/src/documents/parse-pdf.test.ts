import { describe, expect, test } from 'vitest'
import { joinPdfLines } from './join-pdf-lines.ts'
import { parsePdf } from './parse-pdf.ts'

/** A PDF of the given lines, 14 points apart; an empty line leaves a gap. */
function makePdf(pages: readonly (readonly string[])[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, index) => {
      const text = lines.map((line, row) => `1 0 0 1 72 ${740 - row * 14} Tm (${line}) Tj`).join('\n')
      const stream = `BT /F1 12 Tf\n${text}\nET`
      const resources = '/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 612 792]'
      return [
        `<< /Type /Page /Parent 2 0 R ${resources} /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
    'latin1',
  )
}

const read = async (bytes: Uint8Array) =>
  (await Array.fromAsync(parsePdf({ source: 'a.pdf', bytes }, { textField: null, skipBadRows: false })))[0]

describe('parsePdf', () => {
  test('joins wrapped and hyphenated lines, keeps paragraphs and page starts', async () => {
    const result = await read(
      makePdf([
        [
          'The limit of an upload is set in the con-',
          'figuration and cannot be',
          'raised.',
          '',
          'A new paragraph.',
        ],
        ['Second page.'],
      ]),
    )
    const text =
      'The limit of an upload is set in the configuration and cannot be raised.\n\nA new paragraph.\n\nSecond page.'
    expect(result?.ok === true && result.value).toMatchObject({
      text,
      pageStarts: [0, text.indexOf('Second')],
    })
  })

  test('a PDF without text says so', async () => {
    const result = await read(makePdf([[]]))
    expect(result?.ok === false && result.error.message).toBe('It holds no text; it may be scanned pages')
  })

  test('reads 500 pages', async () => {
    const pages = Array.from({ length: 500 }, (_, index) => [`Page text number ${index}.`, 'And more.'])
    const result = await read(makePdf(pages))
    expect(result?.ok === true && result.value.pageStarts).toHaveLength(500)
  })
})

describe('joinPdfLines', () => {
  test('leaves out running heads and page numbers, and joins a sentence over a page', () => {
    const line = (text: string, y: number) => ({ text, y, height: 10 })
    const pages = Array.from({ length: 5 }, (_, index) => [
      line('Handbook', 100),
      line(`it goes on ${'abcde'.charAt(index)}`, 88),
      line(`Page ${index + 1} of 5`, 10),
    ])
    expect(joinPdfLines(pages).text).toBe('it goes on a it goes on b it goes on c it goes on d it goes on e')
  })
})
