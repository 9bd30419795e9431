import { createServer, type Server } from 'node:http'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { readDocuments, type ReadOptions } from './read-documents.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'assay-documents-'))
})
afterEach(() => rm(root, { recursive: true }))

const put = async (files: Record<string, string | Uint8Array>) => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), content)
  }
}
const read = async (sources: string[], options: Partial<ReadOptions> = {}) => {
  const results = await Array.fromAsync(
    readDocuments({ sources, root, textField: null, skipBadRows: false, ...options }),
  )
  return {
    documents: results.flatMap((result) => (result.ok ? [result.value] : [])),
    errors: results.flatMap((result) => (result.ok ? [] : [result.error])),
  }
}
const sourcesOf = ({ documents }: Awaited<ReturnType<typeof read>>) => documents.map(({ source }) => source)

describe('readDocuments from files', () => {
  test('walks a folder without dependencies and hidden folders, each file once', async () => {
    await put({
      'b.md': '# B',
      'a/a.txt': 'A',
      'node_modules/x/readme.md': 'no',
      '.git/config': 'no',
      '.hidden/x.md': 'no',
    })
    expect(sourcesOf(await read(['.', 'b.md', '**/*.md']))).toEqual(['a/a.txt', 'b.md'])
    expect(sourcesOf(await read(['**/*.md', '.hidden/x.md']))).toEqual(['b.md', '.hidden/x.md'])
  })

  test('binary, empty and too large files name themselves and the rest goes on', async () => {
    await put({
      'a.bin': Uint8Array.of(1, 0, 2),
      'b.md': '',
      'c.md': 'text',
      'd.md': 'x'.repeat(100),
      'e.pdf': 'no pdf',
    })
    const { documents, errors } = await read(['.'], { maxBytes: 50 })
    expect(documents.map(({ source }) => source)).toEqual(['c.md'])
    expect(errors.map(({ code, where, message }) => [code, where, message])).toEqual([
      ['ASSAY-2003', 'a.bin', 'The file is binary'],
      ['ASSAY-2003', 'b.md', 'The file is empty'],
      ['ASSAY-2003', 'd.md', 'It is larger than 0 MB'],
      ['ASSAY-2003', 'e.pdf', 'It is not a readable PDF'],
    ])
  })

  test('a source that names nothing is an error', async () => {
    const { errors } = await read(['none.md', 'none/*.md'])
    expect(errors.map(({ code }) => code)).toEqual(['ASSAY-2002', 'ASSAY-2002'])
  })

  test('decodes UTF-8 with a mark, UTF-16 and Latin-1, and makes line ends one', async () => {
    await put({
      'a.txt': '\uFEFFGrüße\r\nan alle',
      'b.txt': Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from('Grüße', 'utf16le')]),
      'c.txt': Buffer.from('Die Grüße für die Kölner Bürger sind schön und größer als früher', 'latin1'),
    })
    const { documents } = await read(['.'])
    expect(documents[0]?.text).toBe('Grüße\nan alle')
    expect(documents[1]?.text).toBe('Grüße')
    expect(documents[2]?.text).toBe('Die Grüße für die Kölner Bürger sind schön und größer als früher')
  })

  test('takes the title of Markdown from its front matter, else from its first heading', async () => {
    await put({
      'a.md': '---\ntitle: "T"\n---\n# H\n',
      'b.md': '# The **H** `x`\n\ntext',
      'c.md': 'text\n\n# Late\n',
    })
    expect((await read(['.'])).documents.map(({ title }) => title)).toEqual(['T', 'The H x', null])
  })
})

describe('readDocuments from rows', () => {
  test("a frame's CSV: index as id, one row one document, all columns as name: value lines", async () => {
    await put({ 'kb.csv': ',product,price\n7,"Desk, oak",120\n8,Chair,\n' })
    const { documents } = await read(['kb.csv'])
    expect(documents).toEqual([
      {
        source: 'kb.csv#1',
        title: null,
        text: 'product: Desk, oak\nprice: 120',
        format: 'plain',
        externalId: '7',
      },
      { source: 'kb.csv#2', title: null, text: 'Chair', format: 'plain', externalId: '8' },
    ])
  })

  test('a text field is taken by name; a missing one names the columns there are', async () => {
    await put({ 'kb.tsv': 'body\tkind\nhello there\tx\n' })
    expect((await read(['kb.tsv'], { textField: 'body' })).documents[0]?.text).toBe('hello there')
    const { errors } = await read(['kb.tsv'], { textField: 'nope' })
    expect(errors[0]?.message).toBe('It has no column "nope"; its columns are "body", "kind"')
  })

  test("the hub's form gives text and topic; a dotted path reaches into a row", async () => {
    await put({
      'hub.jsonl': '{"text":"A","topic":"Cards"}\n\n{"text":"B","topic":""}\n',
      'deep.json': '[{"a":{"b":"deep"}}]',
    })
    const { documents } = await read(['hub.jsonl'])
    expect(documents.map(({ source, text, topic }) => [source, text, topic])).toEqual([
      ['hub.jsonl#1', 'A', 'Cards'],
      ['hub.jsonl#3', 'B', undefined],
    ])
    expect((await read(['deep.json'], { textField: 'a.b' })).documents[0]?.text).toBe('deep')
  })

  test('JSON: a JSONPath to the texts, and a frame by columns as pandas writes it', async () => {
    await put({
      'squad.json': '{"data":[{"paragraphs":[{"context":"one"},{"context":"two"}]}]}',
      'frame.json': '{"text":{"5":"x","9":"y"}}',
    })
    const texts = await read(['squad.json'], { textField: '$.data[*].paragraphs[*].context' })
    expect(texts.documents.map(({ source, text }) => [source, text])).toEqual([
      ['squad.json#1', 'one'],
      ['squad.json#2', 'two'],
    ])
    expect((await read(['frame.json'])).documents.map(({ text, externalId }) => [text, externalId])).toEqual([
      ['x', '5'],
      ['y', '9'],
    ])
  })

  test('a bad line of JSON Lines refuses the file, or is left out when asked', async () => {
    await put({ 'kb.jsonl': '{"text":"A"}\n{"text":\n{"text":"C"}\n' })
    const refused = await read(['kb.jsonl'])
    expect(refused.errors[0]?.code).toBe('ASSAY-2107')
    expect(refused.errors[0]?.where).toMatch(/^kb\.jsonl, line 2: /)
    const skipped = await read(['kb.jsonl'], { skipBadRows: true })
    expect(skipped.documents.map(({ text }) => text)).toEqual(['A', 'C'])
    expect(skipped.errors.map(({ code, where }) => [code, where])).toEqual([
      ['ASSAY-2003', 'kb.jsonl, line 2'],
    ])
  })
})

describe('readDocuments from addresses', () => {
  let server: Server
  let address = ''
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: '/page' }).end()
      else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      else if (request.url === '/circle') response.writeHead(302, { location: '/circle' }).end()
      else if (request.url === '/slow') response.write('a')
      else if (request.url === '/large') response.end('x'.repeat(2_000_000))
      else if (request.url === '/page')
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end('<h1>Hi</h1><p>The page.</p>')
      else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test('follows a redirect and reads by content type', async () => {
    const { documents } = await read([`${address}/away`])
    expect(documents[0]).toMatchObject({ source: `${address}/away`, title: 'Hi', text: '# Hi\n\nThe page.' })
  })

  test.each([
    ['/none', /answered 404/],
    ['/file', /redirects to file:/],
    ['/circle', /redirects more than 5 times/],
    ['/slow', /did not come within 0\.3 s/],
    ['/large', /larger than 1 MB/],
  ])('%s is reported, not read', async (path, message) => {
    const { errors } = await read([address + path], { timeoutMs: 300, maxBytes: 1_000_000 })
    expect(errors[0]?.code).toBe('ASSAY-2003')
    expect(errors[0]?.message).toMatch(message)
  })
})
