import { expect, test } from 'vitest'
import { cutDocuments } from '../fixtures/cut-documents.ts'
import { buildLexicon } from '../language/lexicon.ts'
import { findFullNames, withFullName } from './full-names.ts'

const { chunks } = cutDocuments({
  'a.md':
    'Many people read James Hutton today. Later Hutton wrote a book. We met Ann Bell and then Max Bell in Leith.',
})
const names = findFullNames(chunks, buildLexicon(chunks.map(({ text }) => text)))

test('a person called by the surname gets the full name that the documents give', () => {
  expect(withFullName('Hutton', 'publish', names)).toBe('James Hutton')
  expect(withFullName('Hutton', 'open', names)).toBe('Hutton')
})

test('namesakes have no full name in common', () => {
  expect(withFullName('Bell', 'die', names)).toBe('Bell')
})
