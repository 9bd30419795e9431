import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTestCase } from '@assay/testkit'
import { cutText, toAttemptColumns, toRowColumns, toVerdictColumns } from './run-row-columns.ts'

const about = { unit: 'case-1#0', caseId: 'case-1', repeat: 0 }
const attempt = { ...about, at: '2026-01-01T00:00:00Z', tries: 1, error: null }

describe('what stands beside a row', () => {
  it('is what it is about, what is searched, and what was paid', () => {
    expect(toRowColumns('cases', buildTestCase({ id: 'a', question: 'Why?' }))).toEqual({
      about: 'a',
      state: '',
      cost_usd: null,
      text: 'Why?',
    })
    expect(toRowColumns('units', { key: 'a#0', status: 'failed' })).toMatchObject({
      about: 'a#0',
      state: 'failed',
    })
    const answer = { text: 'Because.', latencyMs: 1, costUsd: 0.25 }
    expect(toRowColumns('attempts', { ...attempt, answer })).toEqual({
      about: 'case-1',
      state: '',
      cost_usd: 0.25,
      text: 'Because.',
    })
    const call = { unit: 'u', key: 'k', model: 'm', at: '', tries: 1, reply: null, error: null, costUsd: 0.5 }
    expect(toRowColumns('calls', { ...call, cached: false }).cost_usd).toBe(0.5)
    expect(toRowColumns('calls', { ...call, cached: true }).cost_usd, 'nothing was paid').toBeNull()
  })

  it('is narrow for attempts and verdicts', () => {
    const error = { code: 'ASSAY-4001', message: 'x' } as const
    expect(toAttemptColumns({ ...attempt, answer: null, error })).toMatchObject({
      answer: '',
      error_code: 'ASSAY-4001',
      latency_ms: null,
    })
    expect(
      toAttemptColumns({ ...attempt, answer: { text: 'x'.repeat(500), latencyMs: 3 } }).answer,
    ).toHaveLength(200)
    const verdict = { ...about, check: 'json', checkKey: 'k', outcome: 'pass' } as const
    expect(toVerdictColumns(verdict)).toMatchObject({
      check_name: 'json',
      label: '',
      score: null,
      required: null,
    })
    expect(toVerdictColumns({ ...verdict, repeat: 2 ** 40, required: false })).toMatchObject({
      repeat: 2 ** 32 - 1,
      required: false,
    })
  })
})

describe('a cut text', () => {
  it('is never longer than asked for, begins as the whole does, and stays a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 20 }),
        (text, length) => {
          const cut = cutText(text, length)
          expect(cut.length).toBeLessThanOrEqual(length)
          expect(cut.isWellFormed()).toBe(true)
          expect(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))).toBe(true)
        },
      ),
    )
  })
})
