import type { TestCase } from '@assay/contracts'
import { formatCounted } from '@assay/core/wording'
import { renderTable } from '../render/terminal/render-table.ts'

export interface TestSetCounts {
  readonly cases: number
  readonly byType: Readonly<Record<string, number>>
  readonly byLevel: Readonly<Record<string, number>>
  readonly byTopic: Readonly<Record<string, number>>
  readonly byLanguage: Readonly<Record<string, number>>
  readonly byStatus: Readonly<Record<string, number>>
  readonly byReview: Readonly<Record<string, number>>
  readonly withoutReference: number
}

export function countTestSet(cases: readonly TestCase[]): TestSetCounts {
  return {
    cases: cases.length,
    byType: countBy(cases, ({ type }) => type),
    byLevel: countBy(cases, ({ level }) => level),
    byTopic: countBy(cases, ({ topic }) => topic ?? 'none'),
    byLanguage: countBy(cases, ({ language }) => language),
    byStatus: countBy(cases, ({ status }) => status),
    byReview: countBy(cases, ({ review }) => review?.decision ?? 'not reviewed'),
    withoutReference: cases.filter(({ referenceAnswer }) => referenceAnswer.trim() === '').length,
  }
}

export function describeCounts(file: string, counts: TestSetCounts, width: number): readonly string[] {
  const line = (label: string, by: Readonly<Record<string, number>>): string =>
    `  ${label.padEnd(9)} ${listCounts(by)}`
  const topics = Object.entries(counts.byTopic)
  return [
    `${file}: ${formatCounted(counts.cases, 'case')}`,
    line('types', counts.byType),
    line('levels', counts.byLevel),
    line('languages', counts.byLanguage),
    line('status', counts.byStatus),
    line('review', counts.byReview),
    ...(counts.withoutReference > 0
      ? [`  ${counts.withoutReference} without a reference answer: their answers cannot be judged`]
      : []),
    ...(topics.length < 2
      ? []
      : [
          renderTable(
            [
              { title: 'topic', flexible: true },
              { title: 'cases', align: 'right' },
            ],
            topics.map(([topic, count]) => [topic, String(count)]),
            width,
          ),
        ]),
  ]
}

/** "simple 8, double 4" */
export const listCounts = (by: Readonly<Record<string, number>>): string =>
  Object.entries(by)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none'

/** Commonest first. */
export function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted((left, right) => right[1] - left[1]))
}
