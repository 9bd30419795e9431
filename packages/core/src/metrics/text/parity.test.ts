import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { computeBitsPerByte } from './bits-per-byte.ts'
import { type BleuOptions, createBleu } from './bleu.ts'
import { createCer } from './cer.ts'
import { type ChrfOptions, createChrf } from './chrf.ts'
import { computeDistinctN } from './distinct-n.ts'
import { createExactMatch } from './exact-match.ts'
import { createJaroWinkler } from './jaro-winkler.ts'
import { createLevenshtein } from './levenshtein.ts'
import { createMeteor } from './meteor.ts'
import { sampleMetricIds, textMetricIds } from './metric-descriptions.data.ts'
import { computePerplexity } from './perplexity.ts'
import { createRougeL, createRougeLsum, createRougeN } from './rouge.ts'
import { computeSelfBleu } from './self-bleu.ts'
import { stemWord } from './stem-word.ts'
import { createTer } from './ter.ts'
import type { CorpusMetric, TextMetric, TextPair } from './text-metric.ts'
import { createTokenF1 } from './token-f1.ts'
import type { TercomOptions } from './tokenisers/tokenise-tercom.ts'
import { createWer } from './wer.ts'

interface Fixture {
  readonly rows: readonly (TextPair & { readonly scores: Readonly<Record<string, number>> })[]
  readonly groups: readonly {
    readonly from: number
    readonly to: number
    readonly scores: Readonly<Record<string, number>>
  }[]
  readonly signatures: Readonly<Record<string, string>>
  readonly stems: Readonly<Record<string, string>>
  readonly logProbabilities: readonly {
    readonly logProbabilities: readonly number[]
    readonly bytes: number
    readonly perplexity: number
    readonly bitsPerByte: number
  }[]
}

/** Written by tools/oracles/text-metrics.py from sacrebleu, rouge-score, nltk, jiwer and rapidfuzz. */
const fixture = JSON.parse(
  gunzipSync(readFileSync(new URL('fixtures/text-metrics.json.gz', import.meta.url))).toString(),
) as Fixture

const BLEUS: Readonly<Record<string, BleuOptions>> = {
  'bleu/13a/exp': {},
  'bleu/intl/exp': { tokenise: 'intl' },
  'bleu/char/exp': { tokenise: 'char' },
  'bleu/none/exp': { tokenise: 'none' },
  'bleu/13a/floor': { smoothing: 'floor' },
  'bleu/13a/floor/0.5': { smoothing: 'floor', smoothingValue: 0.5 },
  'bleu/13a/add-k': { smoothing: 'add-k' },
  'bleu/13a/none': { smoothing: 'none' },
  'bleu/13a/exp/lowercase': { lowercase: true },
  'bleu/13a/exp/all-orders': { effectiveOrder: false },
  'bleu/13a/exp/order-2': { maxOrder: 2 },
}
const CHRFS: Readonly<Record<string, ChrfOptions>> = {
  chrf: {},
  'chrf++': { wordOrder: 2 },
  'chrf/lowercase': { lowercase: true },
  'chrf/whitespace': { whitespace: true },
  'chrf/epsilon': { epsilonSmoothing: true },
}
const TERS: Readonly<Record<string, TercomOptions>> = {
  ter: {},
  'ter/normalized': { normalized: true },
  'ter/no-punct': { noPunct: true },
  'ter/asian': { normalized: true, asianSupport: true },
  'ter/case': { caseSensitive: true },
  'ter/asian-no-punct': { normalized: true, asianSupport: true, noPunct: true },
}
const bleus = mapValues(BLEUS, createBleu)
const chrfs = mapValues(CHRFS, createChrf)
const ters = mapValues(TERS, createTer)
const corpusMetrics: Readonly<Record<string, CorpusMetric>> = {
  ...bleus,
  ...chrfs,
  ...ters,
  wer: createWer(),
  cer: createCer(),
}
const rouges = {
  'rouge-1': createRougeN(1),
  'rouge-2': createRougeN(2),
  'rouge-l': createRougeL(),
  'rouge-lsum': createRougeLsum(),
}
const metrics: Readonly<Record<string, TextMetric>> = {
  ...corpusMetrics,
  ...rouges,
  'rouge-1/stem': createRougeN(1, { stem: true }),
  'rouge-2/stem': createRougeN(2, { stem: true }),
  'rouge-l/stem': createRougeL({ stem: true }),
  'rouge-lsum/stem': createRougeLsum({ stem: true }),
  meteor: createMeteor(),
  'meteor/treebank': createMeteor({ tokenise: 'treebank' }),
  'exact-match': createExactMatch(),
  'token-f1': createTokenF1(),
  levenshtein: createLevenshtein(),
  'jaro-winkler': createJaroWinkler(),
}

interface Parity {
  readonly name: string
  count: number
  largest: number
  worst: unknown
}
const table = new Map<string, Parity>()

test.for(namesIn(fixture.rows))('sentence scores equal the reference implementation’s: %s', (name) => {
  for (const row of fixture.rows) {
    const expected = row.scores[name]
    if (expected !== undefined) record(name, scoreOf(name, row), { expected, where: row })
  }
  expect(failures()).toEqual([])
  expect(table.get(name)?.count).toBe(2000)
})

test.for(namesIn(fixture.groups))('corpus scores equal the reference implementation’s: %s', (name) => {
  for (const { from, to, scores } of fixture.groups) {
    const where = { from, to }
    const score = scoreCorpus(name, fixture.rows.slice(from, to))
    record(`corpus ${name}`, score, { expected: scores[name] ?? Number.NaN, where })
  }
  expect(failures()).toEqual([])
})

test('perplexity and bits per byte follow from log-probabilities', () => {
  for (const where of fixture.logProbabilities) {
    const { logProbabilities, bytes, perplexity, bitsPerByte } = where
    record('perplexity', computePerplexity(logProbabilities), { expected: perplexity, where })
    record('bits-per-byte', computeBitsPerByte(logProbabilities, bytes), { expected: bitsPerByte, where })
  }
  expect(failures()).toEqual([])
})

test('every metric was compared', () => {
  const lines = [...table.values()].map(
    ({ name, count, largest }) =>
      `${name.padEnd(30)} ${String(count).padStart(5)} ${largest.toExponential(1).padStart(9)}`,
  )
  process.stdout.write(`${'metric'.padEnd(30)} pairs  largest difference\n${lines.join('\n')}\n`)
  for (const id of [...textMetricIds, ...sampleMetricIds]) {
    expect(
      [...table.keys()].some((name) => isOf(name, id)),
      id,
    ).toBe(true)
  }
})

test('signatures are sacreBLEU’s', () => {
  const signed = {
    ...mapValues(BLEUS, (options) => createBleu({ effectiveOrder: false, ...options })),
    ...chrfs,
    ...ters,
  }
  expect(mapValues(signed, (metric) => metric.signature(1))).toEqual(fixture.signatures)
  expect(createBleu({ effectiveOrder: true }).signature('var')).toContain('nrefs:var|case:mixed|eff:yes')
})

test('stems are nltk’s', () => {
  const words = Object.keys(fixture.stems)
  expect(Object.fromEntries(words.map((word) => [word, stemWord(word)]))).toEqual(fixture.stems)
})

/** Every name of a score, in order of appearance. */
function namesIn(parts: readonly { readonly scores: Readonly<Record<string, number>> }[]): string[] {
  return [...new Set(parts.flatMap(({ scores }) => Object.keys(scores)))]
}

function scoreOf(name: string, { hypothesis, references }: TextPair): number {
  for (const [id, rouge] of Object.entries(rouges)) {
    if (name === `${id}/precision`) return rouge.explain(hypothesis, references).precision
    if (name === `${id}/recall`) return rouge.explain(hypothesis, references).recall
  }
  const metric = metrics[name]
  if (metric === undefined) throw new Error(`no metric for ${name}`)
  return metric.scoreSentence(hypothesis, references)
}

function scoreCorpus(name: string, pairs: readonly TextPair[]): number | null {
  const texts = pairs.map(({ hypothesis }) => hypothesis)
  if (name.startsWith('distinct-')) return computeDistinctN(texts, { n: Number(name.slice(-1)) })
  if (name === 'self-bleu') return computeSelfBleu(texts.slice(0, 20))
  const metric = corpusMetrics[name]
  if (metric === undefined) throw new Error(`no corpus metric for ${name}`)
  const single = name === 'wer' || name === 'cer'
  return metric.scoreCorpus(
    single
      ? pairs.map(({ hypothesis, references }) => ({ hypothesis, references: references.slice(0, 1) }))
      : pairs,
  )
}

function record(
  name: string,
  value: number | null,
  of: { readonly expected: number; readonly where: unknown },
) {
  const parity = table.get(name) ?? { name, count: 0, largest: 0, worst: null }
  table.set(name, parity)
  parity.count += 1
  const difference = Math.abs((value ?? Number.NaN) - of.expected)
  if (difference <= parity.largest) return
  parity.largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference
  parity.worst = { value, ...of }
}

/** The tolerance: 1e-9, METEOR 1e-6. */
function failures(): readonly Parity[] {
  return [...table.values()].filter(
    ({ name, largest }) => largest > (name.startsWith('meteor') ? 1e-6 : 1e-9),
  )
}

function isOf(name: string, id: string): boolean {
  const base = name
    .replace(/^corpus /u, '')
    .split('/')[0]
    ?.replace('chrf++', 'chrf')
  return base === id || (id === 'distinct-n' && base?.startsWith('distinct-') === true)
}

function mapValues<T, U>(values: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]))
}
