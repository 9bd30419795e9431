import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type BleuOptions, createBleu } from './bleu.ts'
import { createChrf } from './chrf.ts'
import { createRougeL, createRougeN } from './rouge.ts'
import { createTer } from './ter.ts'
import type { CorpusMetric, TextPair } from './text-metric.ts'
import { type TercomOptions, tokeniseTercom } from './tokenisers/tokenise-tercom.ts'
import { toStrings } from './tokenisers/tokens.ts'

const data = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url))

function readLines(path: string, skip: () => void): readonly unknown[] {
  if (!existsSync(data + path)) {
    process.stdout.write(`skipped: no labelled data at ../shared/data/${path}\n`)
    skip()
    return []
  }
  return readFileSync(data + path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

type Scores = Readonly<Record<'rouge1' | 'rouge2' | 'rougeL', Readonly<Record<'p' | 'r' | 'f', number>>>>

interface RougeVector {
  readonly hypothesis: string
  readonly reference: string
  readonly scores: Scores
  readonly scores_porter_stemmed: Scores
}

describe('ROUGE against ROUGE-1.5.5.pl', () => {
  it.for([
    { stem: false, others: 0 },
    // Two rows, in which rouge-score stems other words than the script does: ours are rouge-score's.
    { stem: true, others: 2 },
  ])('gives its scores, stemming: $stem', ({ stem, others }, { skip }) => {
    const rows = readLines('met-rouge-singlesent/rouge_vectors.jsonl', skip) as readonly RougeVector[]
    const metrics = {
      rouge1: createRougeN(1, { stem }),
      rouge2: createRougeN(2, { stem }),
      rougeL: createRougeL({ stem }),
    }
    let [compared, apart, largest] = [0, 0, 0]
    for (const row of rows) {
      const expected = stem ? row.scores_porter_stemmed : row.scores
      for (const name of ['rouge1', 'rouge2', 'rougeL'] as const) {
        const { precision, recall, f } = metrics[name].explain(row.hypothesis, [row.reference])
        const { p, r, f: wanted } = expected[name]
        const difference = Math.max(Math.abs(precision - p), Math.abs(recall - r), Math.abs(f - wanted))
        largest = Math.max(largest, difference)
        compared += 1
        if (difference > 1e-5) apart += 1
      }
    }
    process.stdout.write(
      `ROUGE vectors, stemming ${stem}: ${compared} compared, ${apart} apart by more than their five decimals, largest ${largest.toExponential(1)}\n`,
    )
    expect(compared).toBe(600)
    expect(apart).toBe(others)
  })
})

interface SacreVector {
  readonly file: string
  readonly table: string
  readonly case: readonly unknown[]
  readonly vars: Readonly<Record<string, string>>
}

describe('BLEU, chrF and TER against the tables of sacreBLEU’s own tests', () => {
  // Its chrF table is compared to three decimals there: it is older than the arithmetic it tests.
  it('gives every expected value to its printed decimals', ({ skip }) => {
    const rows = readLines('met-sacrebleu-vectors/vectors.jsonl', skip) as readonly SacreVector[]
    const unknown = rows.filter(({ file, table }) => CHECKS[`${file} ${table}`] === undefined)
    expect(unknown).toEqual([])
    let largest = 0
    for (const row of rows) {
      const [value, expected] = CHECKS[`${row.file} ${row.table}`]?.(row) ?? [null, null]
      if (typeof value === 'string' || typeof expected === 'string') expect(value, row.table).toBe(expected)
      else {
        const difference = Math.abs((value ?? Number.NaN) - (expected ?? 0))
        expect(difference, JSON.stringify(row)).toBeLessThanOrEqual(
          row.file === 'test_chrf' ? 1e-3 : roundingOf(expected ?? 0),
        )
        largest = Math.max(largest, difference)
      }
    }
    process.stdout.write(`sacreBLEU vectors: ${rows.length} compared, largest ${largest.toExponential(1)}\n`)
    expect(rows).toHaveLength(80)
  })
})

/** Half of the last printed decimal, a little more for what sacreBLEU's tables cut instead of rounding. */
function roundingOf(expected: number): number {
  const decimals = String(expected).split('.')[1]?.length ?? 0
  return decimals === 0 ? 1e-8 : 1.2 * 10 ** -Math.min(decimals, 12)
}

type Check = (row: SacreVector) => readonly [number | string | null, number | string]

const CHECKS: Readonly<Record<string, Check>> = {
  'test_bleu test_raw_bleu_cases': ({ case: [texts, streams, expected] }) =>
    rawBleu({ texts, streams, expected, floor: 0.01 }),
  'test_bleu test_case_offset': ({ case: [texts, streams, expected, withoutFloor] }) => {
    const bare = rawBleu({ texts, streams, expected: withoutFloor, floor: 0 })
    expect(bare[0]).toBe(bare[1])
    return rawBleu({ texts, streams, expected, floor: 0.1 })
  },
  'test_bleu test_case_effective_order': ({ case: [texts, streams, expected] }) =>
    rawBleu({ texts, streams, expected, floor: 0.01 }),
  'test_bleu test_corpus_bleu_cases': ({ case: [texts, streams, options, expected] }) => [
    scoreStreams(createBleu(toBleuOptions(options)), texts, streams),
    Number(expected),
  ],
  'test_bleu test_bleu_max_order': ({ case: [maxOrder, texts, streams, expected] }) => [
    scoreStreams(createBleu({ maxOrder: Number(maxOrder) }), texts, streams)?.toFixed(2) ?? '',
    String(expected),
  ],
  'test_chrf test_sentence_level_chrf': ({ case: [text, references, expected] }) => [
    createChrf().scoreSentence(String(text), references as string[]),
    Number(expected),
  ],
  'test_chrf test_cases': ({ case: [texts, references, expected] }) => [
    scoreStreams(createChrf({ beta: 3, epsilonSmoothing: true }), texts, [references]),
    Number(expected),
  ],
  'test_chrf test_cases_effective_order': ({ case: [texts, references, expected] }) => [
    scoreStreams(createChrf({ beta: 3 }), texts, [references]),
    Number(expected),
  ],
  'test_chrf test_cases_keep_whitespace': ({ case: [texts, references, expected] }) => [
    scoreStreams(createChrf({ beta: 3, whitespace: true, epsilonSmoothing: true }), texts, [references]),
    Number(expected),
  ],
  'test_ter test_cases': ({ case: [texts, references, expected] }) => [
    (scoreStreams(createTer(), texts, [references]) ?? Number.NaN) / 100,
    Number(expected),
  ],
  'test_sentence_bleu test_cases': sentenceBleu('SYS', 'REF'),
  'test_sentence_bleu test_cases_zero_bleu': sentenceBleu('SYS_0', 'REF_0'),
  'test_tokenizer_ter test_cases_default': tercom({}),
  'test_tokenizer_ter test_cases_no_punct': tercom({ noPunct: true }),
  'test_tokenizer_ter test_cases_norm': tercom({ normalized: true }),
  'test_tokenizer_ter test_cases_asian': tercom({ normalized: true, asianSupport: true }),
}

interface RawCase {
  readonly texts: unknown
  readonly streams: unknown
  readonly expected: unknown
  readonly floor: unknown
}

/** sacreBLEU's `raw_corpus_bleu`: white space for tokens, orders the text is long enough for, scores to 1. */
function rawBleu({ texts, streams, expected, floor }: RawCase): readonly [number, number] {
  const metric = createBleu({
    tokenise: 'none',
    smoothing: 'floor',
    smoothingValue: Number(floor),
    effectiveOrder: true,
  })
  return [(scoreStreams(metric, texts, streams) ?? Number.NaN) / 100, Number(expected)]
}

function sentenceBleu(text: string, reference: string): Check {
  return ({ case: [smoothing, value, lowercase, tokenise, expected], vars }) => [
    createBleu({
      ...toBleuOptions({ smooth_method: smoothing, tokenize: tokenise, lowercase }),
      ...(value === null ? {} : { smoothingValue: Number(value) }),
    }).scoreSentence(vars[text] ?? '', [vars[reference] ?? '']),
    Number(expected),
  ]
}

function tercom(options: TercomOptions): Check {
  return ({ case: [text, expected] }) => [
    toStrings(tokeniseTercom(String(text), options)).join(' '),
    String(expected),
  ]
}

function toBleuOptions(options: unknown): BleuOptions {
  const given = options as Readonly<Record<string, unknown>>
  return {
    ...(given['tokenize'] === undefined ? {} : { tokenise: given['tokenize'] as '13a' }),
    ...(given['smooth_method'] === undefined ? {} : { smoothing: given['smooth_method'] as 'exp' }),
    lowercase: given['lowercase'] === true,
  }
}

/** sacreBLEU takes references as streams: the first reference of each text, the second of each, and so on. */
function scoreStreams(metric: CorpusMetric, texts: unknown, streams: unknown): number | null {
  const lists = streams as readonly (readonly string[])[]
  const pairs: TextPair[] = (texts as readonly string[]).map((hypothesis, index) => ({
    hypothesis,
    references: lists.map((list) => list[index] ?? ''),
  }))
  return metric.scoreCorpus(pairs)
}
