import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Message } from './assistant.ts'
import { answer, indexedPages } from './assistant-v1.ts'

const ask = (question: string, history: readonly Message[] = []) => answer({ question, history })

test.each([
  ['What is the default of `delivery.connectTimeout`?', '`delivery.connectTimeout`: default 4 s.'],
  ['What is the yearly price of the Enterprise plan?', 'Enterprise: yearly price 12,900 EUR.'],
  ['How many availability zones does the region `fra2` have?', 'Region `fra2`: availability zones 4.'],
  ['What is the HTTP status of the error code `LR-1003`?', '`LR-1003`: HTTP status 413.'],
  ['What is the default port of the admin API?', 'The default port of the admin API is 7071.'],
  ['When was Lumen Relay 2.4 released?', 'Lumen Relay 2.4 was released on 12 March 2026.'],
])('answers %s', async (question, expected) => {
  expect((await ask(question)).text).toBe(expected)
})

test('what is told before the question does not replace it', async () => {
  const { text } = await ask(
    'The code name of Lumen Relay 2.0 is Dawn. What is the code name of Lumen Relay 1.8?',
  )
  expect(text).toBe('Lumen Relay 1.8: code name Candle.')
})

test('gives at most four passages, best first, named by page and heading', async () => {
  const { documents } = await ask('What is the key length of Ed25519?')
  expect(documents).toHaveLength(4)
  expect(documents[0]?.id).toBe('signatures.md#Signature algorithms')
  const scores = documents.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

test('fault 1: limits.md is the one page that is not indexed, and is never retrieved', async () => {
  const pages = readdirSync(new URL('docs/', import.meta.url))
  expect(pages.filter((page) => !indexedPages.some((indexed) => indexed === page))).toEqual(['limits.md'])
  const { text, documents } = await ask('What is the maximum of the event size?')
  expect(documents.filter(({ id }) => id.startsWith('limits.md'))).toEqual([])
  expect(text).not.toContain('512 KiB')
})

test('fault 2: the history changes nothing, so a follow-up loses its subject', async () => {
  const history: readonly Message[] = [
    { role: 'user', content: 'What is the default of the option `server.readTimeout`?' },
    { role: 'assistant', content: '`server.readTimeout`: default 15 s.' },
  ]
  const followUp = await ask('And since which version does it exist?', history)
  expect(followUp).toEqual(await ask('And since which version does it exist?'))
  expect(followUp.text).not.toContain('server.readTimeout')
})

test('fault 3: it answers what the documentation does not say, and even what means nothing', async () => {
  expect((await ask('What is the backup retention of the Community plan?')).text).toMatch(
    /\d+ (?:days|hours)/u,
  )
  expect((await ask('Qwx zzv?')).text).not.toBe('')
})
