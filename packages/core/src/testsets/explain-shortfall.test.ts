import { expect, test } from 'vitest'
import { explainShortfall } from './explain-shortfall.ts'
import type { GenerationProgress } from './read-generation-progress.ts'

const progressOf = (rows: number): GenerationProgress => ({
  rows: Array.from({ length: rows }, (_, index) => ({
    unit: 'u',
    type: 'simple',
    question: `${index}?`,
    outcome: 'rejected' as const,
    rejectedBy: 'well-formed',
  })),
  selection: { cases: [], left: [], duplicates: [] },
  failures: [],
  yields: new Map(),
  calls: 0,
})

test.each([
  [0, ['no candidate could be made']],
  [1, ['1 candidate was made', '1 rejected by well-formed']],
  [2, ['2 candidates were made', '2 rejected by well-formed']],
])('%i candidates, in words', (rows, reasons) => {
  expect(explainShortfall(new Map([['simple', 3]]), progressOf(rows))).toEqual([
    { type: 'simple', asked: 3, delivered: 0, reasons },
  ])
})
