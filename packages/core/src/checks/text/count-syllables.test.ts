import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { countSyllables } from './count-syllables.ts'

const rowsSchema = z.array(z.tuple([z.string(), z.number(), z.array(z.number())]))
const rows = rowsSchema.parse(
  JSON.parse(readFileSync(new URL('./fixtures/syllables.json', import.meta.url), 'utf8')),
)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

test('of 100 running words, at least 95 have the syllables of the CMU Pronouncing Dictionary', () => {
  const words = sum(rows.map(([, count]) => count))
  const right = sum(rows.map(([word, count, known]) => (known.includes(countSyllables(word)) ? count : 0)))
  const counted = sum(rows.map(([word, count]) => count * countSyllables(word)))
  const known = sum(rows.map(([, count, [first = 0]]) => count * first))
  process.stdout.write(
    `syllables: ${((100 * right) / words).toFixed(1)} % of ${words} words as CMUdict; per word ${(counted / words).toFixed(3)}, CMUdict ${(known / words).toFixed(3)}\n`,
  )
  expect(right / words).toBeGreaterThan(0.95)
  expect(counted / known).toBeCloseTo(1, 1)
})
