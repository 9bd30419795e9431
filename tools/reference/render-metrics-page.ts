import type { EvaluationSummary } from '@assay/contracts'
import { must } from '@assay/core'
import { parseGates } from '@assay/core/evaluation'
import { code, generatedNote, renderPage, renderTable } from './markdown.ts'

type Figure = 'correctness' | 'passing' | 'declining' | 'overRefusal' | 'reliability'
type RetrievalFigure = Exclude<keyof NonNullable<EvaluationSummary['retrieval']>, 'k' | 'matchedBy'>

/** By field of the summary, so that a new figure does not go without its words. */
const figures: Readonly<Record<Figure, readonly [name: string, meaning: string]>> = {
  correctness: [
    'Correct',
    "Cases whose answer is right, of those that were judged. Answerable questions: all reference claims are present and none is contradicted. Out-of-scope questions: the target declined. Without a judge the checks' word.",
  ],
  passing: [
    'Passed',
    'Cases that are right by the judge and pass every required check, of those that were decided. The first figure of a report, and what is compared between runs. Without required checks it is the same as correct.',
  ],
  declining: ['Declines when it should', 'Out-of-scope questions that the target declined, of those judged.'],
  overRefusal: [
    'Declines though answerable',
    'Answerable questions that the target declined, of those judged (over-refusal rate). Lower is better.',
  ],
  reliability: [
    'Reliability',
    'With `--repeat`: cases with the same verdict in all repeats. Says nothing of whether it is the right one.',
  ],
}

const retrievalFigures: Readonly<Record<RetrievalFigure, readonly [name: string, meaning: string]>> = {
  hitRate: ['Hit rate at k', 'A reference passage is among the first k documents.'],
  recall: ['Recall at k', 'Share of the reference passages among the first k documents.'],
  precision: [
    'Precision at k',
    'Share of the first k documents that hold a reference passage. With fewer than k documents: of those.',
  ],
  mrr: [
    'MRR',
    '1 / rank of the first document with a reference passage, 0 without one; the mean over questions.',
  ],
  ndcg: [
    'nDCG at k',
    'Gain 1 a reference passage, discounted by log2(rank + 1), over the best order possible.',
  ],
  averagePrecision: [
    'Average precision at k',
    'Mean of the precision at each rank that brings a reference passage, over the passages that could be found.',
  ],
}

const gateFigures: Readonly<Record<string, string>> = {
  'check(NAME)': 'Pass rate of the check of that name',
  'score(NAME)': 'Mean score of the check of that name; its pass rate where it gives no score',
  correctness: 'Correct',
  passing: 'Passed',
  declining: 'Declines when it should',
  'over-refusal': 'Declines though answerable',
  reliability: 'Reliability',
  'hit-rate': 'Hit rate at k',
  recall: 'Recall at k',
  mrr: 'MRR',
  ndcg: 'nDCG at k',
  'latency-p95-ms': '95th percentile of the latency, in milliseconds',
  'cost-usd': 'Cost of target and judge, in US dollars',
  errors: 'Cases that ended in an error',
}

export function renderMetricsPage(): string {
  return renderPage([
    '# Metrics and gates',
    generatedNote,
    `Every rate comes with its number of cases and an interval ([why](../explanation/why-intervals.md)). Errors, cases that were not
judged and cases a figure does not apply to are in no denominator and are counted beside it.`,
    '## Answers',
    renderTable(['figure', 'in JSON', 'what it is'], toRows(figures)),
    '## Retrieval',
    `Where the target returns documents and the case has reference passages. A document holds a passage when it has its id, or
when one of the two holds most of the other's words in order. \`--k\` sets k, 5 unless set.`,
    renderTable(['figure', 'in JSON', 'what it is'], toRows(retrievalFigures, 'retrieval.')),
    '## Latency and cost',
    `Median and 95th percentile of the latency, with intervals from order statistics; an upper bound of the 95th percentile needs 59
cases. Cost in US dollars by the price table of the version, with input, cached input and output apart. An unknown price is
unknown, never 0.`,
    '## Gates',
    `A gate says what must not be: \`correctness < 0.8\` fails the run when correctness is below 80 %. \`<\`, \`<=\`, \`>\`, \`>=\`; a bound is
a number, or a percentage with \`%\`. The value itself is compared, not the end of its interval. A gate on something that was
not measured says "not tested" and does not fail.`,
    renderTable(
      ['gate', 'what is compared'],
      [
        ...gateNames().map((name) => [code(name), must(gateFigures[name], `words for the gate ${name}`)]),
        [
          code('regression'),
          'Fails when the run is worse than its baseline: the whole interval of the paired difference lies below 0',
        ],
        [
          code('non-inferior'),
          'Fails unless the lower end of the paired difference lies above minus the margin',
        ],
      ],
    ),
  ])
}

const toRows = (
  table: Readonly<Record<string, readonly [name: string, meaning: string]>>,
  prefix = '',
): readonly (readonly string[])[] =>
  Object.entries(table).map(([field, [name, meaning]]) => [name, code(`${prefix}${field}`), meaning])

/** The figures a gate may name, as the error about an unknown one lists them. */
function gateNames(): readonly string[] {
  const unknown = parseGates(['?'], null)
  const listed = unknown.ok ? undefined : /with one of (.*?);/.exec(unknown.error.fix ?? '')?.[1]
  return must(listed, 'the list of figures in the error').split(', ')
}
