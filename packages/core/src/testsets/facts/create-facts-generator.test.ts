import { sha256 } from '@assay/testkit'
import { expect, test } from 'vitest'
import { createFactsGenerator } from './create-facts-generator.ts'
import { cutDocuments } from './fixtures/cut-documents.ts'

const table =
  '# Plans\n\n| Plan | Monthly price | Seats |\n|---|---|---|\n| Team | 49 EUR | 5 seats |\n| Pro | 99 EUR | 9 seats |\n'
const request = { options: { questions: 4, seed: 1 }, round: 0, wanted: new Map(), yields: new Map() }

test('one unit makes the whole set; a second round has nothing to add', async () => {
  const generator = createFactsGenerator(cutDocuments({ 'a.md': table }), sha256)
  const planned = generator.plan(request, [])
  const units = planned.ok ? planned.value : []
  expect(units.map(({ calls }) => calls)).toEqual([0])
  const [unit] = units
  if (unit === undefined) throw new Error('no unit')
  const made = await generator.perform(unit, undefined as never)
  const kept = made.ok ? made.value.filter(({ outcome }) => outcome === 'kept') : []
  expect(kept.length).toBe(4)
  expect(kept[0]?.checks).toContainEqual({ id: 'quotes-verbatim', outcome: 'passed' })
  expect(generator.plan({ ...request, round: 1 }, units)).toEqual({ ok: true, value: [] })
})

test('another language is refused when the run is planned', () => {
  const generator = createFactsGenerator(cutDocuments({ 'a.md': table }, 'markdown', 'de'), sha256)
  expect(generator.plan(request, [])).toMatchObject({ ok: false, error: { code: 'ASSAY-3004' } })
})

test('questions in a language it cannot are refused, never made in English instead', () => {
  const generator = createFactsGenerator(cutDocuments({ 'a.md': table }), sha256)
  const planFor = (languages: readonly string[]) =>
    generator.plan({ ...request, options: { ...request.options, languages } }, [])
  expect(planFor(['de'])).toMatchObject({
    ok: false,
    error: {
      code: 'ASSAY-3004',
      message: 'The rule-based generator works for English only; asked for: de',
    },
  })
  expect(planFor(['de', 'en'])).toMatchObject({ ok: true, value: [{ calls: 0 }] })
})
