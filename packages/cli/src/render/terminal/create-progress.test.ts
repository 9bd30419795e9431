import { describe, expect, it } from 'vitest'
import { createProgress } from './create-progress.ts'
import { renderProgressEnd, renderProgressLine } from './render-progress-line.ts'

const state = { done: 62, total: 100, errors: 2, costUsd: 0.04, budgetUsd: 0.5, elapsedMs: 20_000 }

describe('the progress line', () => {
  it('says how far, how fast, what failed, what it cost and how long still', () => {
    expect(renderProgressLine('evaluating', state)).toBe(
      'evaluating  62/100  3.1/s  2 errors  $0.04 of $0.50  13 s left',
    )
  })
  it('claims no rate before there is one, and no cost where there is none', () => {
    expect(renderProgressLine('evaluating', { done: 0, total: 100, elapsedMs: 50 })).toBe('evaluating  0/100')
    expect(renderProgressLine('evaluating', { done: 1, total: 2, costUsd: null, elapsedMs: 1000 })).toBe(
      'evaluating  1/2  1.0/s  cost unknown  1.0 s left',
    )
  })
  it('takes the rate from this start only', () => {
    expect(renderProgressLine('evaluating', { done: 90, doneNow: 10, total: 100, elapsedMs: 10_000 })).toBe(
      'evaluating  90/100  1.0/s  10 s left',
    )
  })
  it('ends in one line', () => {
    expect(renderProgressEnd('evaluated', { ...state, done: 100 })).toBe(
      'evaluated 100 in 20 s  5.0/s  2 errors  $0.04 of $0.50',
    )
    expect(renderProgressEnd('evaluated', { done: 9, doneNow: 0, total: 9, elapsedMs: 50 })).toBe(
      'evaluated 9 before; nothing was done again',
    )
    expect(renderProgressEnd('evaluated', { done: 3, total: 9, elapsedMs: 50 })).toBe(
      'evaluated 3 of 9 in 50 ms',
    )
  })
})

function recordProgress(isTTY: boolean, columns = 80) {
  const written: string[] = []
  let nowMs = 0
  const stream = { isTTY, columns, write: (text: string) => written.push(text) }
  const progress = createProgress(stream, { label: 'evaluating', doneLabel: 'evaluated', now: () => nowMs })
  return { progress, written, wait: (ms: number) => (nowMs += ms) }
}

describe('createProgress', () => {
  it('rewrites one line on a terminal, at most ten times a second, cut to its width', () => {
    const { progress, written, wait } = recordProgress(true, 30)
    progress.update(state)
    progress.update({ ...state, done: 63 })
    wait(100)
    progress.update({ ...state, done: 64 })
    expect(written).toEqual([
      '\r\u001B[2Kevaluating  62/100  3.1/s  2…',
      '\r\u001B[2Kevaluating  64/100  3.2/s  2…',
    ])
  })
  it('writes plain lines elsewhere, one every ten seconds', () => {
    const { progress, written, wait } = recordProgress(false)
    progress.update(state)
    wait(10_000)
    progress.update(state)
    progress.update(state)
    expect(written).toEqual(['evaluating  62/100  3.1/s  2 errors  $0.04 of $0.50  13 s left\n'])
  })
  it('keeps notes above the live line and replaces it at the end', () => {
    const { progress, written } = recordProgress(true)
    progress.update({ done: 1, total: 2, elapsedMs: 0 })
    progress.note('resumed')
    progress.end({ done: 2, total: 2, elapsedMs: 100 })
    expect(written.slice(1)).toEqual([
      '\r\u001B[2Kresumed\nevaluating  1/2',
      '\r\u001B[2Kevaluated 2 in 100 ms\n',
    ])
  })
})
