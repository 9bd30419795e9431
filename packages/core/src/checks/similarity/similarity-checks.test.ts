import { createCheckPorts } from '@assay/testkit'
import type { CheckCase } from '@assay/contracts'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createBleu } from '../../metrics/text/bleu.ts'
import { createChrf } from '../../metrics/text/chrf.ts'
import { metricDescriptions, textMetricIds } from '../../metrics/text/metric-descriptions.data.ts'
import { ok } from '../../result.ts'
import type { PreparedCheck } from '../check.ts'
import { prepareChecks } from '../prepare-checks.ts'
import { similarityChecks } from './similarity-checks.ts'

function prepare(check: string, parameters: object = {}): PreparedCheck {
  const prepared = prepareChecks([{ check, parameters: { ...parameters } }])
  const [first] = prepared.ok ? prepared.value : []
  if (first === undefined) throw new Error(`${check} ${JSON.stringify(prepared)}`)
  return first
}

const pair = { answer: 'the limit is 30 seconds', reference: 'the limit is thirty seconds' }
const other = { answer: 'a default of 8080', reference: 'the default is 8080' }

test('every metric is a check, with its own direction', () => {
  expect(similarityChecks.map(({ id }) => id)).toEqual([...textMetricIds, 'embedding-similarity'])
  for (const id of textMetricIds) expect(prepare(id).better).toBe(metricDescriptions[id].better)
})

it.each([
  ['bleu', { tokenise: 'zh' }],
  ['bleu', { smoothingValue: -1 }],
  ['bleu', { maxOrder: 0 }],
  ['chrf', { wordOrder: 1.5 }],
  ['chrf', { beta: 0 }],
  ['meteor', { alpha: 2 }],
  ['jaro-winkler', { prefixWeight: 0.3 }],
  ['rouge-1', { stem: 'yes' }],
  ['embedding-similarity', { references: ['x'] }],
])('%s refuses %j', (check, parameters) => {
  expect(prepareChecks([{ check, parameters }])).toMatchObject({ error: { code: 'ASSAY-7011' } })
})

describe('parameters reach the metric', () => {
  const references = [pair.reference]

  it.each([
    [
      'bleu',
      { smoothing: 'floor', smoothingValue: 0.5, maxOrder: 2 },
      createBleu({ smoothing: 'floor', smoothingValue: 0.5, maxOrder: 2 }),
    ],
    [
      'bleu',
      { effectiveOrder: false, smoothing: 'none' },
      createBleu({ effectiveOrder: false, smoothing: 'none' }),
    ],
    ['chrf', { wordOrder: 2, charOrder: 3, beta: 1 }, createChrf({ wordOrder: 2, charOrder: 3, beta: 1 })],
  ] as const)('%s with %j', async (check, parameters, metric) => {
    const verdict = await prepare(check, parameters).run(pair, createCheckPorts())
    expect(verdict.score).toBe(metric.scoreSentence(pair.answer, references))
    expect(verdict.score).not.toBe((await prepare(check).run(pair, createCheckPorts())).score)
  })
})

describe('the score of a whole file', () => {
  const cases = [pair, other, { answer: 'without a reference' }]
  const ofFile = (check: string, rows: readonly CheckCase[]) => prepare(check).scoreCorpus?.(rows)

  it('is the corpus score where the metric has one, with its signature, over the cases it applies to', () => {
    const pairs = [pair, other].map(({ answer, reference }) => ({
      hypothesis: answer,
      references: [reference],
    }))
    const verdict = ofFile('bleu', cases)
    expect(verdict).toMatchObject({ id: 'corpus', outcome: 'pass', score: createBleu().scoreCorpus(pairs) })
    expect(verdict?.reason).toContain('BLEU of 2 cases')
    expect(verdict?.reason).toContain('nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:')
    expect(ofFile('chrf', cases)?.reason).toContain('nrefs:1|')
    expect(ofFile('ter', [pair, { ...other, references: ['8080'] }])?.reason).toContain('nrefs:var|')
  })

  it('sums the errors of error rates: 1 + 2 of 5 + 4 words', () => {
    expect(ofFile('wer', cases)?.score).toBeCloseTo(3 / 9, 12)
    expect(ofFile('cer', cases)?.outcome).toBe('pass')
  })

  it('is the mean where the reference implementation says so', () => {
    expect(ofFile('exact-match', [pair, { answer: 'x', reference: 'x' }])?.score).toBe(0.5)
    expect(ofFile('token-f1', [pair, { answer: 'x', reference: 'x' }])?.score).toBeCloseTo((0.75 + 1) / 2, 12)
  })

  it('is absent for the others, and not applicable to no case', () => {
    for (const id of [
      'rouge-1',
      'rouge-lsum',
      'meteor',
      'levenshtein',
      'jaro-winkler',
      'embedding-similarity',
    ])
      expect(prepare(id).scoreCorpus).toBeNull()
    for (const id of ['bleu', 'token-f1']) expect(ofFile(id, [])).toMatchObject({ outcome: 'not-applicable' })
  })
})

test('any texts give a number', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 })
  const checks = textMetricIds.map((id) => prepare(id))
  await fc.assert(
    fc.asyncProperty(text, fc.array(text, { minLength: 1, maxLength: 3 }), async (answer, references) => {
      for (const check of checks) {
        const { outcome, score } = await check.run({ answer, references }, createCheckPorts())
        expect(outcome).toBe('pass')
        expect(Number.isFinite(score)).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

describe('similarity by embeddings', () => {
  const check = prepare('embedding-similarity')
  const judge = (answer: string, ...vectors: readonly (readonly number[])[]) => {
    const embedder = { id: 'fake', embed: async () => ok(vectors.map((each) => Float32Array.from(each))) }
    return check.run({ answer, references: ['x', 'y'] }, { ...createCheckPorts(), embedder })
  }

  it('takes the nearest reference', async () => {
    expect(await judge('a', [1, 0], [0, 1], [0.6, 0.8])).toMatchObject({
      outcome: 'fail',
      score: expect.closeTo(0.6, 6),
    })
  })

  it('is an error without an embedder and where vectors are missing or no numbers', async () => {
    const without = await check.run(pair, { ...createCheckPorts(), embedder: null })
    expect(without).toMatchObject({ outcome: 'error', error: { code: 'ASSAY-7014' } })
    expect(await judge('a')).toMatchObject({ outcome: 'error', error: { code: 'ASSAY-7013' } })
    expect(await judge('a', [1, 0], [0, 1])).toMatchObject({ outcome: 'error' })
    expect(await judge('a', [Number.NaN, 0], [0, 1], [0, 1])).toMatchObject({ outcome: 'error' })
  })

  it('does not judge an empty text', async () => {
    expect(await judge(' ')).toMatchObject({ outcome: 'not-judged' })
  })
})
