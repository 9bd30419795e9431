import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { createBleu } from './bleu.ts'
import { createCer } from './cer.ts'
import { createChrf } from './chrf.ts'
import { textMetrics } from './create-text-metric.ts'
import { createMeteor } from './meteor.ts'
import { metricDescriptions, textMetricIds } from './metric-descriptions.data.ts'
import { createRougeL, createRougeLsum, createRougeN } from './rouge.ts'
import { createTer } from './ter.ts'
import type { CorpusMetric, TextMetric } from './text-metric.ts'
import { createWer } from './wer.ts'

interface Vectors {
  readonly rows: readonly {
    readonly hypothesis: string
    readonly references: readonly string[]
    readonly scores: Readonly<Record<string, number>>
  }[]
  readonly groups: readonly {
    readonly from: number
    readonly to: number
    readonly scores: Readonly<Record<string, number>>
  }[]
  readonly signatures: Readonly<Record<string, string>>
}

const file = new URL('fixtures/text-metrics.json.gz', import.meta.url)
/** Made by tools/oracles/text-metrics.py. */
const vectors: Vectors = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))

const corpusMetrics: Readonly<Record<string, CorpusMetric>> = {
  'bleu/13a/exp': createBleu(),
  'bleu/intl/exp': createBleu({ tokenise: 'intl' }),
  'bleu/char/exp': createBleu({ tokenise: 'char' }),
  'bleu/none/exp': createBleu({ tokenise: 'none' }),
  'bleu/13a/floor': createBleu({ smoothing: 'floor' }),
  'bleu/13a/add-k': createBleu({ smoothing: 'add-k' }),
  'bleu/13a/none': createBleu({ smoothing: 'none' }),
  'bleu/13a/exp/lowercase': createBleu({ lowercase: true }),
  chrf: createChrf(),
  'chrf++': createChrf({ wordOrder: 2 }),
  'chrf/lowercase': createChrf({ lowercase: true }),
  'chrf/whitespace': createChrf({ whitespace: true }),
  'chrf/epsilon': createChrf({ epsilonSmoothing: true }),
  ter: createTer(),
  'ter/normalized': createTer({ normalized: true }),
  'ter/no-punct': createTer({ noPunct: true }),
  'ter/asian': createTer({ normalized: true, asianSupport: true }),
  'ter/case': createTer({ caseSensitive: true }),
  wer: createWer(),
  cer: createCer(),
}
const metrics: Readonly<Record<string, TextMetric>> = {
  ...corpusMetrics,
  'rouge-1': createRougeN(1),
  'rouge-2': createRougeN(2),
  'rouge-l': createRougeL(),
  'rouge-lsum': createRougeLsum(),
  'rouge-1/stem': createRougeN(1, { stem: true }),
  'rouge-2/stem': createRougeN(2, { stem: true }),
  'rouge-l/stem': createRougeL({ stem: true }),
  'rouge-lsum/stem': createRougeLsum({ stem: true }),
  meteor: createMeteor(),
  'exact-match': textMetrics['exact-match'](),
  'token-f1': textMetrics['token-f1'](),
  levenshtein: textMetrics.levenshtein(),
  'jaro-winkler': textMetrics['jaro-winkler'](),
}
/** jiwer takes one reference. */
const takesOne = new Set(['wer', 'cer'])

describe('sentence scores equal the reference implementations over 2,000 pairs in ten languages', () => {
  it.each(Object.entries(metrics))('%s', (name, metric) => {
    let [worst, compared] = [0, 0]
    for (const { hypothesis, references, scores } of vectors.rows) {
      const expected = scores[name]
      if (expected === undefined) continue
      const given = takesOne.has(name) ? references.slice(0, 1) : references
      const apart = Math.abs(metric.scoreSentence(hypothesis, given) - expected)
      if (apart > 1e-9) expect.soft({ hypothesis, references: given, apart }).toEqual({ apart: 0 })
      worst = Math.max(worst, apart)
      compared += 1
    }
    process.stdout.write(
      `${name.padEnd(24)} ${String(compared).padStart(5)} pairs, at most ${worst.toExponential(1)} apart\n`,
    )
    expect(compared).toBeGreaterThan(1900)
    expect(worst).toBeLessThanOrEqual(1e-9)
  })
})

describe('corpus scores equal the reference implementations', () => {
  it.each(Object.entries(corpusMetrics))('%s', (name, metric) => {
    for (const { from, to, scores } of vectors.groups) {
      const pairs = vectors.rows
        .slice(from, to)
        .map(({ hypothesis, references }) => ({ hypothesis, references: references.slice(0, 1) }))
        .filter(({ references: [reference = ''] }) => !takesOne.has(name) || reference.trim() !== '')
      expect(Math.abs((metric.scoreCorpus(pairs) ?? Number.NaN) - (scores[name] ?? 0))).toBeLessThanOrEqual(
        1e-9,
      )
    }
  })
})

test('signatures say what another team needs, as sacreBLEU writes them', () => {
  expect(createBleu().signature(1)).toBe(vectors.signatures['bleu'])
  expect(createChrf({ wordOrder: 2 }).signature(1)).toBe(vectors.signatures['chrf++'])
  expect(createTer().signature(1)).toBe(vectors.signatures['ter'])
})

test.each(textMetricIds)('%s gives the score of its example', (id) => {
  const { answer, reference, score } = metricDescriptions[id].example
  expect(textMetrics[id]().scoreSentence(answer, [reference])).toBeCloseTo(score, 6)
})

test.each(textMetricIds)('%s has no score without a reference, and says so as a bug', (id) => {
  expect(() => textMetrics[id]().scoreSentence('a', [])).toThrow('reference')
})
