import { buildTestCase } from '@assay/testkit'
import { describe, expect, it, test } from 'vitest'
import type { QueuedAnswer } from './label-queue.ts'
import { toLabel } from './label-queue.ts'
import { formatLabelSheet, parseLabelSheet, readOutcome } from './label-sheet.ts'
import { renderLabelScreen } from './render-label-screen.ts'
import { startLabelling } from './label-state.ts'

const testCase = buildTestCase({
  question: 'What is the default, "exactly"?',
  referenceAnswer: '1 MiB',
  referenceContexts: ['c1'],
  history: [{ role: 'user', content: 'Tell me about bodyLimit.' }],
})
const queued: QueuedAnswer = {
  unit: 'case-1#0',
  testCase,
  answer: { text: 'It is\n1 MiB,\u001B[31m I think.', latencyMs: 1 },
  verdict: {
    unit: 'case-1#0',
    caseId: 'case-1',
    repeat: 0,
    check: 'correctness',
    checkKey: 'k',
    outcome: 'fail',
    label: 'incorrect',
    score: 0,
    reason: 'secret reason of the judge',
  },
  drawn: { unit: 'case-1#0', drawnBy: 'random', stratum: 'plain', inclusionProbability: 0.25 },
}
const contexts = new Map([
  ['c1', { id: 'c1', source: 'limits.md', titlePath: ['Limits'], text: 'The default is 1 MiB.' }],
])

describe('a label sheet', () => {
  const sheet = formatLabelSheet([queued], contexts)

  it('holds question, answer, reference and passage, and not what the judge said', () => {
    for (const part of ['exactly', '1 MiB', 'The default is 1 MiB.', 'Tell me about'])
      expect(sheet).toContain(part)
    expect(sheet).not.toContain('incorrect')
    expect(sheet).not.toContain('secret reason')
  })

  it('comes back with its labels; rows without one wait', () => {
    const filled = sheet.replace('case-1#0,,', 'case-1#0,Partially-correct,no unit')
    expect(parseLabelSheet(filled, 'l.csv', [queued])).toMatchObject({
      ok: true,
      value: [{ outcome: 'partially correct', note: 'no unit' }],
    })
    expect(parseLabelSheet(sheet, 'l.csv', [queued])).toEqual({ ok: true, value: [] })
  })

  it('is refused as a whole where a row or a word is not known', () => {
    expect(parseLabelSheet(sheet.replace('case-1#0,', 'case-1#0,fine'), 'l.csv', [queued])).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-7020', where: expect.stringContaining('"fine" is no label') },
    })
    expect(parseLabelSheet(sheet.replace('case-1#0,', 'case-9#0,correct'), 'l.csv', [queued])).toMatchObject({
      ok: false,
    })
  })
})

test('a screen is blind, fits its width and lets no control characters through', () => {
  const screen = renderLabelScreen({
    state: startLabelling(1, new Set()),
    queue: [queued],
    contexts,
    revealed: null,
    width: 60,
  })
  expect(screen).not.toContain('incorrect\n')
  expect(screen).not.toContain('secret reason')
  expect(screen).not.toContain('\u001B')
  for (const part of ['limits.md', '1 MiB', 'c correct', 'answer 1 of 1, 1 not labelled'])
    expect(screen).toContain(part)
  for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
})

test('a stored label says how it was drawn, by whom, and what the judge had said', () => {
  const configuration = {
    judge: { id: 'rules', version: '1', kind: 'rules' as const },
    target: { name: 'assistant', kind: 'module', version: 'v1' },
  }
  const label = toLabel(
    { answersId: 'run-1', ...configuration },
    queued,
    { outcome: 'correct', note: '' },
    { labeller: 'ann', at: '2026-01-02T03:04:05.000Z', guidelineVersion: 'assay-1' },
  )
  expect(label).toMatchObject({
    runId: 'run-1',
    caseId: 'case-1',
    verdict: { outcome: 'fail', label: 'incorrect' },
    inclusionProbability: 0.25,
    labeller: 'ann',
  })
  expect(label).not.toHaveProperty('note')
})

test('labels are read in any case, with dashes or underscores', () => {
  expect(readOutcome(' Reference_wrong ')).toBe('reference wrong')
  expect(readOutcome('maybe')).toBeNull()
})
