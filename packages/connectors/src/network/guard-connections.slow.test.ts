import { createServer, type Server } from 'node:http'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTarget } from '../targets/create-target.ts'
import { createAddressPolicy } from './address-policy.ts'
import { findRefusal } from './find-refusal.ts'
import { guardConnections } from './guard-connections.ts'

let inside: Server
let outside: Server
let reached = 0
beforeAll(async () => {
  inside = await listen(createServer((_, response) => ((reached += 1), response.end('{"answer":"secret"}'))))
  outside = await listen(
    createServer((request, response) =>
      response.writeHead(302, { location: request.url?.slice(1) ?? '' }).end(),
    ),
  )
})
afterAll(() => {
  inside.close()
  outside.close()
})

let release = (): void => {}
afterEach(() => release())

const listen = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Only the redirecting server may be called. */
const guard = (...allowed: readonly string[]): void => {
  release = guardConnections({
    policy: createAddressPolicy(allowed),
    also: [`127.0.0.1:${portOf(outside)}`],
  })
}

const refusalOf = async (request: Promise<unknown>) =>
  findRefusal(await request.catch((error: unknown) => error))

test('an address that is not allowed is refused however it is written, and never connected to', async () => {
  guard()
  const port = portOf(inside)
  const before = reached
  for (const host of [
    '127.0.0.1',
    'localhost',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '127.1',
  ])
    expect(await refusalOf(fetch(`http://${host}:${port}/`)), host).toMatchObject({ code: 'ASSAY-9016' })
  expect(reached).toBe(before)
})

test('a redirect leads nowhere that could not be asked for at once', async () => {
  guard()
  const from = `http://127.0.0.1:${portOf(outside)}`
  for (const to of [
    'http://169.254.169.254/latest/meta-data/',
    `http://localhost:${portOf(inside)}/`,
    `http://127.0.0.1:${portOf(inside)}/`,
    'http://[fd00:ec2::254]/',
  ])
    expect(await refusalOf(fetch(`${from}/${to}`)), to).toMatchObject({ code: 'ASSAY-9016' })
})

test('a name that resolves to several addresses is refused for one of them, whoever resolves it', async () => {
  guard()
  const socket = net.connect({
    host: 'models.example',
    port: portOf(inside),
    lookup: (_host, _options, found) =>
      (found as unknown as (error: null, list: unknown) => void)(null, [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]),
  })
  const error = await new Promise((resolve) => socket.on('error', resolve))
  expect(findRefusal(error)).toMatchObject({
    code: 'ASSAY-9016',
    where: expect.stringContaining('127.0.0.1'),
  })
})

test('what connects to a socket of the file system is refused', async () => {
  guard()
  const error = await new Promise((resolve) => net.connect('/var/run/docker.sock').on('error', resolve))
  expect(findRefusal(error)).toMatchObject({ where: '/var/run/docker.sock' })
})

test('what is allowed works, and everything does once the guard is gone', async () => {
  guard('localhost')
  expect(await (await fetch(`http://localhost:${portOf(inside)}/`)).json()).toEqual({ answer: 'secret' })
  const followed = await fetch(`http://127.0.0.1:${portOf(outside)}/http://localhost:${portOf(inside)}/`)
  expect(await followed.json()).toEqual({ answer: 'secret' })
  release()
  expect((await fetch(`http://127.0.0.1:${portOf(inside)}/`)).status).toBe(200)
})

test('a target behind it answers with the refusal, which is not tried again', async () => {
  guard()
  const url = `http://127.0.0.1:${portOf(outside)}/http://169.254.169.254/latest/`
  const target = await createTarget(
    {
      kind: 'http',
      url,
      method: 'GET',
      headers: {},
      answerPath: '$.answer',
      documentTextPath: '$',
      documentIdPath: '$',
      stream: 'none',
      deltaPath: '$',
    },
    { name: 'x', env: () => undefined, folder: '/' },
  )
  if (!target.ok) throw new Error(target.error.message)
  const asked = await target.value.ask(
    { question: 'q', history: [], caseId: 'c', repeat: 0, threadId: 't' },
    { signal: AbortSignal.timeout(5_000) },
  )
  expect(asked).toMatchObject({ ok: false, error: { code: 'ASSAY-9016' } })
})
