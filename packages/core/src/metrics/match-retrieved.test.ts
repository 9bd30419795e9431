import { expect, test } from 'vitest'
import { matchRetrieved } from './match-retrieved.ts'

const limits =
  'The body limit is 1 MiB unless bodyLimit is set. Larger requests are refused with status 413. ' +
  'The limit is checked before the body is parsed, so a refused request costs no memory.'
const timeouts =
  'A connection is closed after 72 seconds without a request. Set keepAliveTimeout to change this. ' +
  'A request that takes longer than connectionTimeout is aborted and the handler is told.'
const references = [
  { id: 'limits', text: limits },
  { id: 'timeouts', text: timeouts },
]

const carriedBy = (text: string, id?: string) =>
  matchRetrieved([id === undefined ? { text } : { id, text }], references)?.retrieved[0]

test('an answer without documents is not available, an empty list is a retriever that found nothing', () => {
  expect(matchRetrieved(undefined, references)).toBeNull()
  expect(matchRetrieved(null, references)).toBeNull()
  expect(matchRetrieved([], references)).toEqual({ retrieved: [], relevant: new Set(['limits', 'timeouts']) })
})

test('an id decides before the text', () => {
  expect(carriedBy(timeouts, 'limits')).toEqual(['limits'])
})

test('a foreign id falls back to the text', () => {
  expect(carriedBy(limits, 'vector-17')).toEqual(['limits'])
})

test('the same passage matches in spite of case, punctuation, line breaks and full-width forms', () => {
  expect(
    carriedBy(limits.toUpperCase().replaceAll(' ', '\n  ').replaceAll('.', ' ***').replace('1', '1')),
  ).toEqual(['limits'])
})

test('a larger chunk carries every reference inside it', () => {
  const before = 'Chapter four. Everything about requests. '.repeat(5)
  expect(carriedBy(`${before}${limits} ${timeouts} ${before}`)).toEqual(['limits', 'timeouts'])
})

test('a smaller chunk counts as its reference', () => {
  expect(carriedBy(limits.slice(0, 96))).toEqual(['limits'])
})

test('with quotes given, a smaller chunk counts only when it holds one', () => {
  const [first = '', second = '', third = ''] = limits.split(/(?<=\.) /u)
  const quoted = [{ id: 'limits', text: limits, quotes: [second] }]
  const match = (text: string) => matchRetrieved([{ text }], quoted)?.retrieved[0]
  expect(match(`${second} ${third}`)).toEqual(['limits'])
  expect(match(third)).toEqual([])
  expect(match(`${first} ${second}`)).toEqual(['limits'])
})

test('a heading or a few common words are no passage', () => {
  expect(carriedBy('The body limit is')).toEqual([])
  expect(carriedBy('')).toEqual([])
})

test('a passage on the same matter in other words does not match', () => {
  const other =
    'Requests that are larger than the limit are refused. The status is 413 and the body limit can be set with ' +
    'bodyLimit; it is 1 MiB unless changed and is checked before memory is spent on the parsed body.'
  expect(carriedBy(other)).toEqual([])
})

test('a document returned twice under one id carries nothing new the second time', () => {
  const ranking = matchRetrieved(
    [
      { id: 'limits', text: limits },
      { id: 'limits', text: limits },
    ],
    references,
  )
  expect(ranking?.retrieved).toEqual([['limits'], []])
})

test('scripts without spaces are matched by character', () => {
  const text = '既定の本文の上限は一メガバイトです。それより大きい要求は拒否されます。'
  const ranking = matchRetrieved([{ text: `前置き。${text}後書き。` }], [{ id: 'ja', text }])
  expect(ranking?.retrieved).toEqual([['ja']])
})
