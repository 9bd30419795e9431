import type { CaseResult, Component, EvaluationSummary } from '@assay/contracts'

type Suggestion = EvaluationSummary['suggestions'][number]

const remedies: Readonly<Record<Component, (cases: readonly CaseResult[]) => string>> = {
  indexing: (cases) => `add ${sourcesOf(cases)} to the index`,
  retrieval: (cases) =>
    `look at retrieval for ${sourcesOf(cases)}: the right passage was not among the documents`,
  rewriting: () => 'rewrite follow-up questions into stand-alone ones before retrieval',
  routing: () => 'decline when no retrieved passage supports an answer, and only then',
  generation: () =>
    'look at the prompt or the model: the right passage was retrieved and the answer is still wrong',
  'test or judge error': () => 'review these questions: the reference or the judge may be wrong',
  'target error': () => 'mend the errors of the target, then run again with --retry-errors',
  unknown: () => 'let the target return its retrieved documents: nothing tells which part failed',
}

function sourcesOf(cases: readonly CaseResult[]): string {
  const counts = new Map<string, number>()
  for (const { source } of cases) if (source !== null) counts.set(source, (counts.get(source) ?? 0) + 1)
  const names = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name)
  return names.length <= 2
    ? names.join(' and ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
}

/** One remedy a component, most cases first. */
export function suggestFixes(failures: readonly CaseResult[]): readonly Suggestion[] {
  const byComponent = Map.groupBy(
    failures.filter((each) => each.component !== null),
    (each) => each.component ?? 'unknown',
  )
  return [...byComponent]
    .map(([component, cases]) => ({ text: remedies[component](cases), cases: cases.length }))
    .toSorted((a, b) => b.cases - a.cases)
}

/** Three failures to read first: one of each of the three most common components, a contradiction before an omission. */
export function chooseReadFirst(failures: readonly CaseResult[]): readonly string[] {
  const severity: readonly CaseResult['outcome'][] = ['incorrect', 'no-answer', 'partially-correct', 'error']
  const groups = [...Map.groupBy(failures, (each) => each.component ?? 'unknown').values()].toSorted(
    (a, b) => b.length - a.length,
  )
  const ordered = groups.map((group) =>
    group.toSorted((a, b) => severity.indexOf(a.outcome) - severity.indexOf(b.outcome)),
  )
  const chosen: string[] = []
  for (let round = 0; chosen.length < 3 && round < 3; round += 1) {
    for (const group of ordered) {
      const next = group[round]
      if (next !== undefined && chosen.length < 3) chosen.push(next.caseId)
    }
  }
  return chosen
}
