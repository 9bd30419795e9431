import { buildTestCase } from '@assay/testkit'
import { describe, expect, it, test } from 'vitest'
import { describeQueued, toLabel, type QueuedAnswer } from '@assay/core/judging/calibration'
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

const run = { answersId: 'run-1', answers: [queued] }

describe('a label sheet', () => {
  const sheet = formatLabelSheet([queued], run, contexts)
  const refused = (text: string, of = run) => {
    const parsed = parseLabelSheet(text, 'l.csv', of)
    if (parsed.ok) throw new Error('the sheet was taken')
    expect(parsed.error.code).toBe('ASSAY-7020')
    return `${parsed.error.message} ${parsed.error.where}`
  }

  it('holds question, answer, reference and passage, and not what the judge said', () => {
    for (const part of ['exactly', '1 MiB', 'The default is 1 MiB.', 'Tell me about'])
      expect(sheet).toContain(part)
    for (const part of ['incorrect', 'secret reason', 'plain', '0.25']) expect(sheet).not.toContain(part)
  })

  it('comes back with its labels and how each row was drawn; rows without a label wait', () => {
    const second = { ...queued, unit: 'case-2#0', drawn: { ...queued.drawn, unit: 'case-2#0' } }
    const both = { ...run, answers: [queued, second] }
    const filled = formatLabelSheet(both.answers, both, contexts).replace(
      'case-1#0,,',
      'case-1#0,Partially-correct,no unit',
    )
    const { drawn: _, ...undrawn } = queued
    expect(parseLabelSheet(filled, 'l.csv', { ...both, answers: [undrawn, second] })).toEqual({
      ok: true,
      value: [
        { answer: queued, given: { outcome: 'partially correct', note: 'no unit' } },
        { answer: second, given: null },
      ],
    })
  })

  it('is refused as a whole where a row or a word is not known', () => {
    expect(refused(sheet.replace('case-1#0,', 'case-1#0,fine'))).toContain('line 2: "fine" is no label')
    expect(refused(sheet.replace('case-1#0,', 'case-9#0,correct'))).toContain('beside "case-9#0"')
    expect(refused(sheet.replace(/,[^,]*\n$/, ',ey\n'))).toContain('line 2: the cell "drawn"')
  })

  it('is refused where it is of another run, with the line', () => {
    const filled = sheet.replace('case-1#0,', 'case-1#0,correct')
    expect(refused(filled, { ...run, answersId: 'run-2' })).toMatch(/of another run l\.csv, line 2$/)
  })

  it('is refused where it is empty, none, or without a label', () => {
    for (const text of ['', 'unit,label\ncase-1#0,correct\n', '\0\u0001\0'])
      expect(refused(text)).toContain('no sheet of labels')
    expect(refused(sheet)).toContain('No row of the sheet has a label')
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
    describeQueued({ answersId: 'run-1', ...configuration }, queued),
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
  expect(['Right', 'yes', 'pass', 'true', '1'].map(readOutcome)).toEqual(Array(5).fill('correct'))
  expect(['wrong', 'no', 'fail', 'false', '0'].map(readOutcome)).toEqual(Array(5).fill('incorrect'))
})
