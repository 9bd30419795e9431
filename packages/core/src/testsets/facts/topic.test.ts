import { expect, test } from 'vitest'
import { cutDocuments } from './fixtures/cut-documents.ts'
import { buildLexicon } from './language/lexicon.ts'
import { findTopics } from './topic.ts'

const topicsOf = (texts: Record<string, string>) => {
  const { chunks } = cutDocuments(texts)
  const topics = findTopics(chunks, buildLexicon(chunks.map(({ text }) => text)))
  return [topics.single, ...new Set(chunks.map(({ documentId }) => topics.of(documentId)))]
}

test('the whole name that most documents hold is what they are about', () => {
  const page = (about: string) =>
    `# ${about} of Lumen Relay\n\nThe ${about} of Lumen Relay is kept by Lumen Relay Cloud and by Otto. We like Lumen Relay.`
  expect(topicsOf({ 'a.md': page('store'), 'b.md': page('port'), 'c.md': page('cache') })).toEqual([
    true,
    'Lumen Relay',
  ])
})

test('one document is about the name that it repeats, with the noun that belongs to it', () => {
  const text = 'At Fern Company people work. '.repeat(6)
  expect(topicsOf({ 'handbook.md': `# Handbook\n\nThe company is small. ${text}` })).toEqual([
    true,
    'Fern Company',
  ])
})

test('a name that many texts mention and no title holds is not what they are about', () => {
  const page = (name: string) => `# ${name}\n\nThe ${name} package runs in JavaScript and reads JavaScript.`
  const plain = (name: string) => `# ${name}\n\nThe ${name} package is small.`
  expect(
    topicsOf({
      'a.md': page('parser'),
      'b.md': page('server'),
      'c.md': page('cache'),
      'd.md': plain('port'),
      'e.md': plain('logger'),
    }),
  ).toEqual([false, null])
})

test('documents that share no name are about nothing in common', () => {
  const texts = [
    'Warsaw lies in Poland.',
    'The Rhine is a river, and Basel lies on it.',
    'Tesla died in New York.',
  ]
  expect(topicsOf(Object.fromEntries(texts.map((text, index) => [`${index}.md`, text])))).toEqual([
    false,
    null,
  ])
})
