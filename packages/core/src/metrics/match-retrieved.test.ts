import { describe, expect, test } from 'vitest'
import { matchRetrieved, readReferences } from './match-retrieved.ts'

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

test('a text returned twice under one id carries nothing new the second time', () => {
  const ranking = matchRetrieved(
    [
      { id: 'limits', text: limits },
      { id: 'limits', text: limits },
    ],
    references,
  )
  expect(ranking?.retrieved).toEqual([['limits'], []])
})

test('different texts under one id are different passages', () => {
  const sections = [
    { id: 'guide.md', text: timeouts },
    { id: 'guide.md', text: limits },
    { id: 'guide.md', text: limits },
  ]
  expect(matchRetrieved(sections, references)?.retrieved).toEqual([['timeouts'], ['limits'], []])
})

describe('where quotes are given', () => {
  const table = [
    '| Plan | Price | Storage | Users |',
    '|---|---|---|---|',
    '| Studio | 12 EUR | 2 TB | 10 |',
    '| Team | 49 EUR | 10 TB | 50 |',
  ].join('\n')
  const match = (text: string, quotes: readonly string[], of = table) =>
    matchRetrieved([{ text }], [{ id: 'plans', text: of, quotes }])?.retrieved[0]

  test.each([
    ['| Studio | 12 EUR | 2 TB | 10 |', 'Studio | 12 EUR | 2 TB | 10'],
    ['Studio | 12 EUR | 2 TB | 10', '| Studio | 12 EUR | 2 TB | 10 |'],
    ['| Studio | 12 EUR | 2 TB | 10 |', '12 EUR'],
    ['| Studio | 12 EUR | 2 TB | 10 |\n| Team | 49 EUR | 10 TB | 50 |', '2 TB'],
  ])('a piece that holds the whole quote counts, however short: %j', (text, quote) => {
    expect(match(text, [quote])).toEqual(['plans'])
  })

  test.each([
    ['| Team | 49 EUR | 10 TB | 50 |', 'Studio | 12 EUR | 2 TB | 10'],
    ['| Plan | Price | Storage | Users |', 'Studio | 12 EUR | 2 TB | 10'],
    ['| Studio | 112 EUR | 2 TB | 10 |', '12 EUR'],
    ['A camera for 12 EUR is sold in the shop beside the station.', '12 EUR'],
    ['Studio', 'Studio'],
    ['| Team | 49 EUR | 10 TB | 50 |', '—'],
  ])('%j does not hold %j', (text, quote) => {
    expect(match(text, [quote])).toEqual([])
  })

  test('a chunk across two passages counts for the one whose quote it holds', () => {
    const [first = '', second = '', third = ''] = limits.split(/(?<=\.) /u)
    const chunk = `${third} ${timeouts.slice(0, 140)}`
    expect(match(chunk, [third], limits)).toEqual(['plans'])
    expect(match(chunk, [second], limits)).toEqual([])
    expect(match(chunk, [first], limits)).toEqual([])
  })

  test('in scripts without spaces too', () => {
    const text = '既定の本文の上限は一メガバイトです。それより大きい要求は拒否されます。'
    expect(match('要求は拒否されます。', ['拒否'], text)).toEqual(['plans'])
    expect(match('要求は拒否されます。', ['上限'], text)).toEqual([])
  })
})

test('the references of a case carry the quotes of its own evidence, and unknown ones are left out', () => {
  const contexts = new Map(
    references.map(({ id, text }) => [id, { id, text, source: 'guide.md', titlePath: [] }]),
  )
  const evidence = [
    { chunkId: 'limits', start: 0, end: 8, quote: 'The body' },
    { chunkId: 'gone', start: 0, end: 4, quote: 'Gone' },
  ]
  const read = readReferences(
    {
      referenceContexts: ['limits', 'gone', 'timeouts'],
      referenceClaims: [{ text: 'It is 1 MiB.', evidence }],
    },
    contexts,
  )
  expect(read.map(({ id, quotes }) => [id, quotes])).toEqual([
    ['limits', ['The body']],
    ['timeouts', undefined],
  ])
})

test('scripts without spaces are matched by character', () => {
  const text = '既定の本文の上限は一メガバイトです。それより大きい要求は拒否されます。'
  const ranking = matchRetrieved([{ text: `前置き。${text}後書き。` }], [{ id: 'ja', text }])
  expect(ranking?.retrieved).toEqual([['ja']])
})
