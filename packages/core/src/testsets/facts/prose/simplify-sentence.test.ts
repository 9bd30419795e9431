import { expect, test } from 'vitest'
import { simplifySentence } from './simplify-sentence.ts'

test.each([
  ['The exchange was probably established in 1817.', null],
  [
    'The exchange was established in 1817 and continued trading for years.',
    'The exchange was established in 1817.',
  ],
  ['Harvard, a private university, was founded in 1636.', 'Harvard was founded in 1636.'],
  ['Venom (a band) formed in Newcastle in 1979, which few knew.', 'Venom formed in Newcastle in 1979.'],
  ['ABC Company is a software company founded in 2010.', 'ABC Company was founded in 2010.'],
  [
    'Marconi designed and constructed the system in 2004.',
    'Marconi designed and constructed the system in 2004.',
  ],
  [
    'A binary contains the ingest API, the admin API and the dashboard.',
    'A binary contains the ingest API, the admin API and the dashboard.',
  ],
  ['The limit is 5 unless a plan says more.', null],
])('%s → %s', (sentence, core) => {
  expect(simplifySentence(sentence)).toBe(core)
})
