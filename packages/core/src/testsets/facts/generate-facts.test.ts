import { sha256 } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutDocuments } from './fixtures/cut-documents.ts'
import { generateFacts } from './generate-facts.ts'
import { factsTypes, type FactsOptions } from './options.ts'

const options: FactsOptions = { questions: 60, types: factsTypes, seed: 1 }
const generate = (texts: Record<string, string>, changes: Partial<FactsOptions> = {}) => {
  const result = generateFacts(cutDocuments(texts), { ...options, ...changes }, { hash: sha256 })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const prices =
  '# Prices of Lumen\n\n| Plan | Monthly price | Backup interval |\n|---|---|---|\n| Team | 49 EUR | 24 hours |\n| Business | 259 EUR | 6 hours |\n| Enterprise | 1,250 EUR | 2 hours |\n'
const support =
  '# Support of Lumen\n\n| Plan | First response |\n|---|---|\n| Team | 16 hours |\n| Business | 4 hours |\n'
const options2 =
  '# Options of Lumen\n\n| Option | Default | Since | Description |\n|---|---|---|---|\n| `a.wait` | 30 s | 1.2 | Time a request is given. |\n| `a.grace` | 20 s | 1.4 | Time that running work gets. |\n'
const lumen = { 'prices.md': prices, 'support.md': support, 'options.md': options2 }

const byType = (cases: readonly { type: string; question: string }[], type: string) =>
  cases.filter((each) => each.type === type)

/** Pages of one product, as a documentation has them. */
const product = {
  'a.md':
    '# Relay of Fern Works\n\n| Plan | Seats |\n|---|---|\n| Team | 5 seats |\n| Pro | 9 seats |\n\nThe relay belongs to Fern Works.\n',
  'b.md':
    '# Ports of Fern Works\n\n| Service | Default port |\n|---|---|\n| Dashboard | 7072 |\n| Replication | 7075 |\n\nPorts are opened by Fern Works.\n',
  'c.md':
    '# Options of Fern Works\n\n| Option | Default | Description |\n|---|---|---|\n| `eager` | 30 s | Time a request is given. |\n| `queue.wait` | 40 s | Time that running work gets. |\n\nOptions are read by Fern Works.\n',
}

test('every question names the product that its subject belongs to, unless a telling code does', () => {
  const { cases } = generate(product, { types: ['simple', 'complex', 'out-of-scope'] })
  expect(cases.length).toBeGreaterThan(3)
  for (const { question } of cases) expect(question).toMatch(/Fern Works|`queue\.wait`/)
  const asked = cases.map(({ question }) => question).join('\n')
  expect(asked).toMatch(/the default port of the Fern Works (?:dashboard|replication)\?/)
  expect(asked).toMatch(/the Fern Works (?:Team|Pro) plan/)
})

test('no fact is asked for twice, however the questions are put', () => {
  const { cases } = generate({ ...lumen, ...product })
  const facts = cases
    .filter(({ type }) => type !== 'false-premise')
    .flatMap(({ referenceClaims }) => referenceClaims.map(({ text }) => text))
  expect(new Set(facts).size).toBe(facts.length)
})

describe('generateFacts', () => {
  const { cases } = generate(lumen)

  test('replaces a name by its own definition', () => {
    expect(byType(cases, 'complex')[0]?.question).toMatch(
      /the option that sets the time (?:a request is given|that running work gets)/,
    )
  })

  test('a distractor tells a true fact of a sibling', () => {
    const [distracting] = byType(cases, 'distracting')
    expect(distracting?.question).toMatch(/^The .* is .*\. (?:What|When|Since|Who)/)
  })

  test('a follow-up leaves its subject to the history', () => {
    const [followUp] = cases.filter((each) => each.type === 'conversational')
    expect(followUp?.history.map(({ role }) => role)).toEqual(['user', 'assistant'])
    expect(followUp?.question).toMatch(/^And .*\bit/)
    expect(followUp?.question).not.toContain(followUp?.referenceClaims[0]?.key?.subject)
  })

  test('a false premise is corrected and the wrong value known', () => {
    const [premise] = cases.filter((each) => each.type === 'false-premise')
    const key = premise?.referenceClaims[0]?.key
    expect(premise?.question).toContain(key?.knownWrong[0])
    expect(premise?.referenceAnswer).toContain(`, not `)
  })

  test('asks out of scope only for what siblings have and the subject has nowhere', () => {
    expect(byType(cases, 'out-of-scope').map(({ question }) => question)).toEqual([
      'What is the first response time for the Enterprise plan?',
    ])
    const [outOfScope] = cases.filter((each) => each.type === 'out-of-scope')
    expect(outOfScope?.referenceClaims).toEqual([])
    const answered = generate({
      ...lumen,
      'extra.md': '# Enterprise\n\nThe Enterprise plan comes with a first response at night.\n',
    })
    expect(byType(answered.cases, 'out-of-scope')).toEqual([])
  })

  test('asks nothing that the documents answer in two ways', () => {
    const { cases: others, rejected } = generate(
      { ...lumen, 'old.md': prices.replace('49 EUR', '39 EUR') },
      { types: ['simple'] },
    )
    expect(others.some(({ question }) => question.includes('monthly price of the Team plan'))).toBe(false)
    expect(rejected.map(({ rejectedBy }) => rejectedBy)).toContain('unique-answer')
  })

  test('names every passage that gives the same value', () => {
    const { cases: others } = generate({ ...lumen, 'copy.md': prices }, { types: ['simple'] })
    expect(others.find(({ question }) => question.includes('price'))?.referenceContexts.length).toBe(2)
  })

  test('says what falls short and why', () => {
    const { shortfall } = generate(lumen, { types: ['simple', 'multi-hop'], questions: 40 })
    expect(shortfall.find(({ type }) => type === 'multi-hop')).toMatchObject({
      delivered: 0,
      reasons: ['only the model-based generator makes this type'],
    })
    expect(shortfall.find(({ type }) => type === 'simple')?.reasons[0]).toMatch(/valid candidates/)
  })

  test('keeps to the wanted sources', () => {
    const { cases: some } = generate(lumen, { sources: ['support.md'], types: ['simple'] })
    expect(
      some.map(({ question }) => question).every((question) => question.includes('first response')),
    ).toBe(true)
    expect(some.length).toBeGreaterThan(0)
  })

  test('works for English only', () => {
    const german = generateFacts(cutDocuments(lumen, 'markdown', 'de'), options, { hash: sha256 })
    expect(german).toMatchObject({ ok: false, error: { code: 'ASSAY-3004' } })
  })

  test('another seed asks other questions, the same seed the same', () => {
    const few = { questions: 4 }
    expect(generate(lumen, few).cases).toEqual(generate(lumen, few).cases)
    const sets = [1, 2, 3, 4, 5].map((seed) =>
      JSON.stringify(generate(lumen, { ...few, seed }).cases.map(({ question }) => question)),
    )
    expect(new Set(sets).size).toBeGreaterThan(1)
  })
})

const word = fc.stringMatching(/^[a-z]{4,9}$/)
const tables = fc
  .record({
    names: fc.uniqueArray(word, { minLength: 2, maxLength: 6 }),
    amounts: fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 6, maxLength: 6 }),
    sizes: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 6, maxLength: 6 }),
    seed: fc.integer(),
  })
  .map(({ names, amounts, sizes, seed }) => ({
    seed,
    text: `# Limits\n\n| Option | Default | Maximum size |\n|---|---|---|\n${names.map((name, index) => `| \`x.${name}\` | ${amounts[index]} ms | ${sizes[index]} MB |`).join('\n')}\n`,
  }))

test('whatever the table, quotes are verbatim, keys stay out of the question and questions differ', () => {
  fc.assert(
    fc.property(tables, ({ text, seed }) => {
      const knowledgeBase = cutDocuments({ 'a.md': text })
      const chunks = new Map(knowledgeBase.chunks.map((chunk) => [chunk.id, chunk.text]))
      const result = generateFacts(knowledgeBase, { ...options, seed }, { hash: sha256 })
      const cases = result.ok ? result.value.cases : []
      expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
      expect(new Set(cases.map(({ question, history }) => JSON.stringify([question, history]))).size).toBe(
        cases.length,
      )
      for (const { question, referenceClaims } of cases) {
        for (const { evidence, key } of referenceClaims) {
          for (const { chunkId, start, end, quote } of evidence)
            expect(chunks.get(chunkId)?.slice(start, end)).toBe(quote)
          expect(` ${question} `).not.toContain(` ${key?.value}?`)
          expect(key?.knownWrong).not.toContain(key?.value)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('goes from one item of an entitlement to the next as people do', () => {
  const { cases } = generate({
    'a.md':
      '# Fern Handbook\n\n## Time off\n\nEmployees are eligible for the following time off:\n\n- Vacation: 20 days per year\n- Sick leave: 15 days per year\n- Personal days: 5 days per year\n',
  })
  const [followUp] = byType(cases, 'conversational')
  expect(followUp?.question).toMatch(/^And how many (?:days of (?:vacation|sick leave)|personal days)\?$/)
})
