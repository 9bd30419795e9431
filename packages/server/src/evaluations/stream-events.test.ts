import type { HubEvent } from '@assay/contracts/hub'
import { expect, it } from 'vitest'
import { createHubEvents } from '../hub-events.ts'
import { streamEvents } from './stream-events.ts'

const event = (id: string): HubEvent => ({ kind: 'evaluation', id })
const limits = { beatMs: 20, lifeMs: 60_000, waiting: 5 }

it('writes what is published, in order, and nothing of other projects', async () => {
  const events = createHubEvents()
  const stop = new AbortController()
  const stream = streamEvents(events, 'p', stop.signal, { ...limits, beatMs: 5_000 })
  expect((await stream.next()).value).toBe('retry: 2000\n\n')
  events.publish('p', event('1'))
  events.publish('other', event('x'))
  events.publish('p', event('2'))
  expect((await stream.next()).value).toBe('event: evaluation\ndata: {"kind":"evaluation","id":"1"}\n\n')
  expect((await stream.next()).value).toContain('"id":"2"')
  const waiting = stream.next()
  events.publish('p', event('3'))
  expect((await waiting).value).toContain('"id":"3"')
})

it('gives a sign of life while nothing happens', async () => {
  const stream = streamEvents(createHubEvents(), 'p', new AbortController().signal, limits)
  await stream.next()
  expect((await stream.next()).value).toBe(': still here\n\n')
})

it('ends when the reader leaves, after its time, and where the reader falls behind; and listens no longer', async () => {
  const events = createHubEvents()
  let listeners = 0
  const counted = {
    subscribe: (projectId: string, listener: (event: HubEvent) => void) => {
      listeners += 1
      const end = events.subscribe(projectId, listener)
      return () => {
        listeners -= 1
        end()
      }
    },
  }
  const stop = new AbortController()
  const left = streamEvents(counted, 'p', stop.signal, { ...limits, beatMs: 5_000 })
  await left.next()
  const waiting = left.next()
  stop.abort()
  expect(await waiting).toMatchObject({ done: true })
  const short = streamEvents(counted, 'p', new AbortController().signal, { ...limits, lifeMs: 0 })
  await short.next()
  expect(await short.next()).toMatchObject({ done: true })
  const slow = streamEvents(counted, 'p', new AbortController().signal, limits)
  await slow.next()
  for (let index = 0; index < 6; index += 1) events.publish('p', event(String(index)))
  expect(await slow.next()).toMatchObject({ done: true })
  expect(listeners).toBe(0)
})
