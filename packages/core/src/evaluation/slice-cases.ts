import type { EvaluationSummary } from '@assay/contracts'
import type { ObservedCase } from './build-case-results.ts'
import { estimatePassing } from './estimate-outcomes.ts'

type Slice = EvaluationSummary['slices'][number]

const readers: Readonly<Record<Slice['by'], (observed: ObservedCase) => string | null>> = {
  type: ({ testCase }) => testCase.type,
  level: ({ testCase }) => testCase.level,
  topic: ({ testCase }) => testCase.topic,
  language: ({ testCase }) => testCase.language,
  source: ({ source }) => source,
}

/** Passing by each property of the cases that takes more than one value; worst first. */
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
        correct: estimatePassing(members),
        notJudged: members.flatMap(undecidedOf).length,
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

/** Attempts that were answered and not decided. */
const undecidedOf = ({ passes, outcomes }: ObservedCase): readonly null[] =>
  passes.flatMap((passed, index) => (passed === null && outcomes[index] !== 'error' ? [null] : []))
