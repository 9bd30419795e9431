import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A system as a user would have one: an HTTP service that answers questions about bicycle shops, in two versions. */
export interface HttpAssistant {
  readonly url: string
  close(): Promise<void>
}

const towns = [
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

/** Of each town's shop, how many bicycles it rents out and what a day costs. */
const shops = towns.map((town, index) => ({
  town,
  bicycles: 20 + 3 * index,
  price: `€${7 + (index % 5)}`,
}))

/** The questions of the walk: two about each shop. */
export const questions = shops.flatMap(({ town, bicycles, price }) => [
  { question: `How many bicycles does the shop in ${town} rent out?`, answer: `${bicycles} bicycles` },
  { question: `How much does a day cost in the shop in ${town}?`, answer: price },
])

/** Version 1 (`/v1`) counts bicycles rightly and has an old price list; version 2 (`/v2`) knows both. */
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
  const found = shops.find(({ town }) => question.includes(town))
  if (found === undefined) return 'I do not know that shop.'
  if (question.includes('bicycles')) return `The shop in ${found.town} rents out ${found.bicycles} bicycles.`
  return `A day costs ${isSecond ? found.price : '€99'} in the shop in ${found.town}.`
}
