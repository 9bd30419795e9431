import type { EvaluationSummary } from '@assay/contracts'
import type { ObservedCase } from './build-case-results.ts'
import { estimateCorrectness } from './estimate-outcomes.ts'

type Slice = EvaluationSummary['slices'][number]

const readers: Readonly<Record<Slice['by'], (observed: ObservedCase) => string | null>> = {
  type: ({ testCase }) => testCase.type,
  level: ({ testCase }) => testCase.level,
  topic: ({ testCase }) => testCase.topic,
  language: ({ testCase }) => testCase.language,
  source: ({ source }) => source,
}

/** Correctness by each property of the cases that takes more than one value; worst first. */
export function sliceCases(cases: readonly ObservedCase[]): Slice[] {
  const names = ['type', 'level', 'topic', 'language', 'source'] as const
  return names
    .map((by) => ({ by, rows: sliceBy(cases, readers[by]) }))
    .filter((slice) => slice.by === 'type' || slice.rows.length > 1)
}

function sliceBy(
  cases: readonly ObservedCase[],
  read: (observed: ObservedCase) => string | null,
): Slice['rows'] {
  const groups = Map.groupBy(
    cases.filter((each) => read(each) !== null),
    (each) => read(each) ?? '',
  )
  return [...groups]
    .map(([value, members]) => {
      const outcomes = members.flatMap((each) => each.outcomes)
      return {
        value,
        cases: members.length,
        correct: estimateCorrectness(members),
        notJudged: outcomes.filter((outcome) => outcome === 'not-judged').length,
        errors: outcomes.filter((outcome) => outcome === 'error').length,
      }
    })
    .toSorted(
      (a, b) =>
        (a.correct.value ?? 2) - (b.correct.value ?? 2) ||
        b.cases - a.cases ||
        a.value.localeCompare(b.value),
    )
}
