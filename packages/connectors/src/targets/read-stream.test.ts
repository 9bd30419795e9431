import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readJsonLines, readServerSentEvents } from './read-stream.ts'

async function* toChunks(text: string, sizes: readonly number[]) {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1
    yield await Promise.resolve(bytes.slice(at, at + size))
    at += size
  }
}

async function collect(generator: AsyncIterable<string>): Promise<readonly string[]> {
  const items: string[] = []
  for await (const item of generator) items.push(item)
  return items
}
const chunkSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })

it('reads events with comments, several data lines, any line end and no last empty line', async () => {
  const text = ': hi\r\nevent: x\r\ndata: a\r\ndata:b\r\n\r\n\r\ndata: c\n\ndata: d'
  expect(await collect(readServerSentEvents(toChunks(text, [1])))).toEqual(['a\nb', 'c', 'd'])
})

it('reads the same events however the bytes are cut', async () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\r\n]/g, ' '))
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      chunkSizes,
      fc.constantFrom('\n', '\r\n', '\r'),
      async (events, sizes, end) => {
        const text = events.map((event) => `data: ${event}${end}${end}`).join('')
        expect(await collect(readServerSentEvents(toChunks(text, sizes)))).toEqual(events)
      },
    ),
  )
})

it('reads the same JSON lines however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), chunkSizes, async (values, sizes) => {
      const lines = values.map((value) => JSON.stringify(value))
      expect(await collect(readJsonLines(toChunks(lines.join('\n\n'), sizes)))).toEqual(lines)
    }),
  )
})
