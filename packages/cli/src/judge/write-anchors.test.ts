import type { JudgeLabel } from '@assay/contracts'
import { ok } from '@assay/core'
import { buildJudgeLabel, buildTestCase } from '@assay/testkit'
import { expect, test } from 'vitest'
import { writeAnchors } from './write-anchors.ts'

test('an anchor carries what was settled, not what somebody said first', async () => {
  const labels: readonly JudgeLabel[] = [
    ...Array.from({ length: 30 }, (_, index) =>
      ['ann', 'ben', 'cleo'].map((labeller) =>
        buildJudgeLabel({
          caseId: `c${index}`,
          labeller,
          outcome: index % 2 === 0 ? 'correct' : 'incorrect',
        }),
      ),
    ).flat(),
    buildJudgeLabel({ caseId: 'outvoted', labeller: 'ann', outcome: 'correct' }),
    buildJudgeLabel({ caseId: 'outvoted', labeller: 'ben', outcome: 'incorrect' }),
    buildJudgeLabel({ caseId: 'outvoted', labeller: 'cleo', outcome: 'incorrect' }),
    buildJudgeLabel({ caseId: 'unsure first', labeller: 'ann', outcome: 'unsure' }),
    buildJudgeLabel({ caseId: 'unsure first', labeller: 'ben', outcome: 'correct' }),
  ]
  const answers = ['outvoted', 'unsure first'].map((id) => ({
    unit: `${id}#0`,
    testCase: buildTestCase({ id }),
    answer: { text: 'It is 5.', latencyMs: 1 },
  }))
  let written = ''
  const writeText = (_: string, text: string) => {
    written = text
    return Promise.resolve(ok(undefined))
  }
  expect(await writeAnchors({ writeText }, { answersId: 'run-1', answers }, labels, 'a.jsonl')).toEqual(ok(2))
  const rows = written.trim().split('\n')
  expect(rows.map((row) => JSON.parse(row))).toMatchObject([
    { testCase: { id: 'outvoted#0' }, label: 'incorrect', labeller: 'ben' },
    { testCase: { id: 'unsure first#0' }, label: 'correct', labeller: 'ben' },
  ])
})
