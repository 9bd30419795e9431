import { modelPrices, modelPriceSchema } from '@assay/contracts'
import { describe, expect, it } from 'vitest'
import { createPriceBook } from './create-price-book.ts'

const book = createPriceBook(modelPrices)
const now = Date.parse('2026-01-01')

describe('the price book', () => {
  it('prices each kind of token at its own rate', () => {
    // gpt-4o: 2.5 in, 1.25 cached, 10 out, for a million.
    const usage = { input: 1_000_000, cachedInput: 400_000, output: 100_000 }
    expect(book.costUsd('openai:gpt-4o', usage, now)).toBeCloseTo(0.6 * 2.5 + 0.4 * 1.25 + 1, 10)
    const table = [
      {
        model: 'a:b',
        validFrom: null,
        validUntil: null,
        usdPerMillion: { input: 10, cachedInput: 1, cacheWrite: 12, output: 20, reasoning: 30 },
      },
    ]
    const all = { input: 100, cachedInput: 20, cacheWrite: 30, output: 50, reasoning: 40 }
    const expected = (50 * 10 + 20 * 1 + 30 * 12 + 10 * 20 + 40 * 30) / 1e6
    expect(createPriceBook(table).costUsd('a:b', all, now)).toBeCloseTo(expected, 12)
  })

  it('knows no price: null, never 0', () => {
    const usage = { input: 1, output: 1 }
    expect(book.costUsd('openai:gpt-99', usage, now)).toBeNull()
    expect(book.costUsd('azure:my-deployment', usage, now)).toBeNull()
    expect(book.costUsd('openai:gpt-4o', { input: null, output: 1 }, now)).toBeNull()
  })

  it('finds a dated model by its name, and a model of the own machine by its provider', () => {
    const usage = { input: 1000, output: 1000 }
    expect(book.costUsd('openai:gpt-4o-mini-2024-07-18', usage, now)).toBe(
      book.costUsd('openai:gpt-4o-mini', usage, now),
    )
    expect(book.costUsd('openai:gpt-4o-2024-05-13', usage, now)).toBeCloseTo(0.02, 10)
    expect(book.costUsd('mistral:mistral-small-latest', usage, now)).toBeCloseTo(0.0004, 10)
    expect(book.costUsd('local:smollm2', usage, now)).toBe(0)
  })

  it('uses the price of the day', () => {
    const usage = { input: 1_000_000, output: 0 }
    expect(book.costUsd('openai:o3', usage, Date.parse('2025-06-09'))).toBe(10)
    expect(book.costUsd('openai:o3', usage, Date.parse('2025-06-10'))).toBe(2)
  })

  it('charges long contexts as such', () => {
    const at = (input: number) => book.costUsd('google:gemini-2.5-pro', { input, output: 0 }, now) ?? 0
    expect(at(200_000)).toBeCloseTo(0.25, 10)
    expect(at(200_001)).toBeCloseTo(0.5, 4)
  })
})

describe('the price table', () => {
  it('follows its schema and has one price for each model and day', () => {
    for (const row of modelPrices) modelPriceSchema.parse(row)
    const byModel = Map.groupBy(modelPrices, (row) => row.model)
    for (const [model, rows] of byModel)
      for (const [index, row] of rows.entries()) {
        const next = rows[index + 1]
        if (next !== undefined) expect(row.validUntil, model).toBe(next.validFrom)
      }
  })
})
