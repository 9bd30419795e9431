import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A system as a user would have one: an HTTP service that answers questions about opening hours, in two versions. */
export interface HttpAssistant {
  readonly url: string
  close(): Promise<void>
}

const shops = [
  'Lisbon',
  'Porto',
  'Faro',
  'Braga',
  'Evora',
  'Sintra',
  'Aveiro',
  'Coimbra',
  'Setubal',
  'Viseu',
  'Tavira',
  'Nazare',
]

/** Of each shop, the hour it opens and the one it closes. */
export const openingHours = shops.map((shop, index) => ({
  shop,
  opens: `${7 + (index % 4)}:30`,
  closes: `${17 + (index % 5)}:15`,
}))

/** The questions of the walk: two about each shop. */
export const questions = openingHours.flatMap(({ shop, opens, closes }) => [
  { question: `At what time does the shop in ${shop} open?`, answer: `It opens at ${opens}.` },
  { question: `At what time does the shop in ${shop} close?`, answer: `It closes at ${closes}.` },
])

/** Version 1 knows when shops open and mixes up when they close; version 2 knows both. */
export async function startHttpAssistant(): Promise<HttpAssistant> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { question }: { question?: string } = JSON.parse(text === '' ? '{}' : text)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ reply: answerOf(question ?? '', request.url === '/v2') }))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

function answerOf(question: string, isSecond: boolean): string {
  const found = openingHours.find(({ shop }) => question.includes(shop))
  if (found === undefined) return 'I do not know that shop.'
  if (question.includes('open')) return `The shop in ${found.shop} opens at ${found.opens}.`
  return `The shop in ${found.shop} closes at ${isSecond ? found.closes : '23:59'}.`
}
