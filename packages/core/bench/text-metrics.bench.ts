import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { textMetrics } from '../src/metrics/text/create-text-metric.ts'
import { type TextMetricId, textMetricIds } from '../src/metrics/text/metric-descriptions.data.ts'
import { createRandom } from '../src/statistics/random.ts'

/**
 * Sentence scores of pairs with one reference, ours and the Python reference implementation's in the same run.
 * Budget: ten times the reference for BLEU, chrF, TER, ROUGE, METEOR and WER. Times are processor time: the faster
 * of two passes for Python (the second finds sacreBLEU's own cache of tokens full), the fastest of 20 for ours, which
 * is compiled meanwhile. The comparison needs `python3` with sacrebleu, rouge-score, nltk and jiwer;
 * ASSAY_BENCH_PYTHON names another interpreter.
 */
const PASSES = 20
const BUDGETED = new Set([
  'bleu',
  'chrf',
  'ter',
  'rouge-1',
  'rouge-2',
  'rouge-l',
  'rouge-lsum',
  'meteor',
  'wer',
])

type Pair = readonly [hypothesis: string, reference: string]

compare('parity pairs: ten languages, 11 words on average', readParityPairs())
compare('English answers of 15 to 60 words', makeAnswers(1000))

function compare(title: string, pairs: readonly Pair[]): void {
  console.log(`\n${pairs.length} pairs, ${title}`)
  console.log('metric        ours/s   python/s   ratio')
  const python = timePython(pairs)
  for (const id of textMetricIds) {
    const ours = pairs.length / timeOurs(id, pairs)
    const seconds = python?.[id]
    const theirs = seconds === undefined ? null : pairs.length / seconds
    const ratio = theirs === null ? '' : `${(ours / theirs).toFixed(1)}×`
    const mark = theirs !== null && BUDGETED.has(id) && ours / theirs < 10 ? '  below the budget of 10×' : ''
    console.log(
      `${id.padEnd(12)} ${ours.toFixed(0).padStart(7)} ${(theirs?.toFixed(0) ?? '–').padStart(10)} ${ratio.padStart(7)}${mark}`,
    )
  }
}

/** Seconds of the fastest pass. */
function timeOurs(id: TextMetricId, pairs: readonly Pair[]): number {
  const metric = textMetrics[id]()
  const inputs = pairs.map(([hypothesis, reference]) => ({ hypothesis, references: [reference] }))
  let fastest = Number.POSITIVE_INFINITY
  for (let pass = 0; pass < PASSES; pass += 1) {
    const start = process.threadCpuUsage()
    for (const { hypothesis, references } of inputs) metric.scoreSentence(hypothesis, references)
    const { user, system } = process.threadCpuUsage(start)
    fastest = Math.min(fastest, user + system)
  }
  return fastest / 1_000_000
}

function timePython(pairs: readonly Pair[]): Readonly<Record<string, number>> | null {
  const script = fileURLToPath(new URL('text-metrics-reference.py', import.meta.url))
  const { status, stdout } = spawnSync(process.env['ASSAY_BENCH_PYTHON'] ?? 'python3', [script], {
    input: JSON.stringify(pairs),
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status === 0) return JSON.parse(stdout) as Record<string, number>
  console.log('the reference implementations are not installed for python3: ours alone')
  return null
}

function readParityPairs(): Pair[] {
  const file = new URL('../src/metrics/text/fixtures/text-metrics.json.gz', import.meta.url)
  const { rows } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
    readonly rows: readonly { readonly hypothesis: string; readonly references: readonly string[] }[]
  }
  return rows.map(({ hypothesis, references: [reference = ''] }) => [hypothesis, reference])
}

function makeAnswers(count: number): Pair[] {
  const random = createRandom('text-metrics-bench')
  const words =
    'the limit of a request is checked before body parsed so refused requests cost no memory and connections are closed after seconds without another when server options set it to its default value'.split(
      ' ',
    )
  const pick = (): string => words[random.integer(words.length)] ?? ''
  const change = (word: string): string[] => {
    const chance = random.next()
    if (chance < 0.08) return []
    if (chance < 0.16) return [word, pick()]
    return [chance < 0.28 ? pick() : word]
  }
  const pairs = Array.from({ length: count }, () => {
    const reference = Array.from({ length: 15 + random.integer(46) }, pick)
    return [`${reference.flatMap(change).join(' ')}.`, `${reference.join(' ')}.`]
  })
  // As if read from a file: joined strings are slower to read until they are copied.
  return JSON.parse(JSON.stringify(pairs)) as Pair[]
}
