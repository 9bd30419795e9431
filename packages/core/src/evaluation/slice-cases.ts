import type { EvaluationSummary } from '@assay/contracts'
import { minSliceCases, screenSlices } from '../statistics/screen-slices.ts'
import type { Outcome } from '../statistics/estimate.ts'
import type { ObservedCase } from './build-case-results.ts'
import { estimatePassing } from './estimate-outcomes.ts'

type Slice = EvaluationSummary['slices'][number]

const readers: Readonly<Record<Slice['by'], (observed: ObservedCase) => readonly string[]>> = {
  type: ({ testCase }) => [testCase.type],
  level: ({ testCase }) => [testCase.level],
  topic: ({ testCase }) => (testCase.topic === null ? [] : [testCase.topic]),
  language: ({ testCase }) => [testCase.language],
  source: ({ testCase }) => (testCase.source === null ? [] : [testCase.source]),
  tag: ({ testCase }) => testCase.tags,
  length: ({ testCase }) => [testCase.length],
}
const names = ['type', 'level', 'topic', 'language', 'source', 'tag', 'length'] as const

/** Not screened: a type says the same as a level, more plainly. */
const unscreened: readonly Slice['by'][] = ['level']

interface Group {
  readonly by: Slice['by']
  readonly value: string
  readonly members: readonly ObservedCase[]
}

/** Passing by each property that not all cases share, worst first; the slices weaker than the rest are marked. */
export function sliceCases(cases: readonly ObservedCase[]): Slice[] {
  const groups = names.flatMap((by) => groupBy(cases, by))
  const weaker = findWeaker(groups, cases)
  return names.flatMap((by) => {
    const own = groups.filter((group) => group.by === by)
    const isTold = by === 'type' || own.some(({ members }) => members.length < cases.length)
    return isTold ? [{ by, rows: toRows(own, weaker) }] : []
  })
}

function groupBy(cases: readonly ObservedCase[], by: Slice['by']): readonly Group[] {
  const byValue = new Map<string, ObservedCase[]>()
  for (const each of cases)
    for (const value of new Set(readers[by](each))) {
      const members = byValue.get(value)
      if (members === undefined) byValue.set(value, [each])
      else members.push(each)
    }
  return [...byValue].map(([value, members]) => ({ by, value, members }))
}

/** Whether each screened group is weaker than all other cases. */
function findWeaker(groups: readonly Group[], cases: readonly ObservedCase[]): ReadonlyMap<string, boolean> {
  const screened = groups.filter(
    ({ by, members }) =>
      !unscreened.includes(by) && Math.min(members.length, cases.length - members.length) >= minSliceCases,
  )
  const outcomes = new Map(screened.length === 0 ? [] : cases.map((each) => [each, outcomesOf(each)]))
  const read = (members: readonly ObservedCase[]) => members.flatMap((each) => outcomes.get(each) ?? [])
  const slices = screened.map((group) => {
    const inside = new Set(group.members)
    return {
      name: nameOf(group),
      inside: read(group.members),
      outside: read(cases.filter((each) => !inside.has(each))),
    }
  })
  return new Map(
    screenSlices(slices).map(({ name, found, difference }) => [name, found && (difference ?? 0) < 0]),
  )
}

const nameOf = ({ by, value }: Pick<Group, 'by' | 'value'>): string => JSON.stringify([by, value])

const outcomesOf = ({ passes, testCase: { clusterKey } }: ObservedCase): readonly Outcome[] =>
  passes.flatMap((pass) => (pass === null ? [] : [{ pass, clusterKey }]))

function toRows(groups: readonly Group[], weaker: ReadonlyMap<string, boolean>): Slice['rows'] {
  return groups
    .map((group) => ({
      value: group.value,
      cases: group.members.length,
      correct: estimatePassing(group.members),
      weaker: weaker.get(nameOf(group)) ?? null,
      notJudged: group.members.flatMap(undecidedOf).length,
      errors: group.members.flatMap((each) => each.outcomes).filter((outcome) => outcome === 'error').length,
    }))
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
