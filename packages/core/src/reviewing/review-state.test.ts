import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextReview,
  reviewTransitions,
  standingDecisions,
  type ReviewEvent,
  type ReviewState,
  type ReviewStatus,
} from './review-state.ts'

const people = ['ann', 'ben', 'cleo'] as const
const start = (requiredReviewers: readonly string[] = []): ReviewState => ({
  status: 'evaluating',
  requiredReviewers,
  decisions: [],
  reopened: [],
  closedAt: null,
})

/** A clock of the test: the n-th event happens at second n. */
const timeOf = (index: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString()

const person = fc.constantFrom(...people)
const anyEvent = fc.oneof(
  fc.constant({ kind: 'figures' as const }),
  fc.record({ kind: fc.constantFrom('evaluate' as const, 'reopen' as const), because: fc.string() }),
  fc.record({
    kind: fc.constant('decide' as const),
    by: person,
    decision: fc.constantFrom('approve' as const, 'block' as const),
    why: fc.string(),
  }),
  fc.record({ kind: fc.constant('reviewers' as const), ids: fc.uniqueArray(person) }),
  { weight: 1, arbitrary: fc.constant({ kind: 'withdraw' as const }) },
)
const events = fc
  .array(anyEvent, { maxLength: 40 })
  .map((list) => list.map((event, index): ReviewEvent => ({ ...event, at: timeOf(index) })))

function runAll(list: readonly ReviewEvent[], from = start()) {
  const taken: ReviewEvent[] = []
  let state = from
  for (const event of list) {
    const next = nextReview(state, event)
    if (!next.ok) continue
    taken.push(event)
    state = next.value
  }
  return { state, taken }
}

/** The status told from the history alone, by the rule in words, not by steps. */
function statusOf(history: readonly ReviewEvent[]): ReviewStatus {
  if (history.some(({ kind }) => kind === 'withdraw')) return 'withdrawn'
  const lastEvaluate = history.findLastIndex(({ kind }) => kind === 'evaluate')
  const figures = history.findIndex(({ kind }, index) => kind === 'figures' && index > lastEvaluate)
  if (figures === -1) return 'evaluating'
  const cut = history.findLastIndex(({ kind }) => kind === 'evaluate' || kind === 'reopen')
  const words = new Map<string, string>()
  for (const event of history.slice(cut + 1)) if (event.kind === 'decide') words.set(event.by, event.decision)
  if ([...words.values()].includes('block')) return 'blocked'
  const required = history.findLast((event) => event.kind === 'reviewers')?.ids ?? []
  const isDone = required.length === 0 ? words.size > 0 : required.every((id) => words.get(id) === 'approve')
  return isDone ? 'approved' : 'open'
}

describe('a release review', () => {
  it('stands where its history says, whatever happened in whatever order', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { state, taken } = runAll(list)
        expect(state.status).toBe(statusOf(taken))
        expect(state.decisions).toHaveLength(taken.filter(({ kind }) => kind === 'decide').length)
        expect(state.reopened).toHaveLength(
          taken.filter(({ kind }) => kind === 'reopen' || kind === 'evaluate').length,
        )
        expect(state.closedAt === null).toBe(state.status === 'open' || state.status === 'evaluating')
      }),
      { numRuns: 2000 },
    )
  })

  it('moves only along its table', () => {
    fc.assert(
      fc.property(events, (list) => {
        let state = start()
        for (const event of list) {
          const next = nextReview(state, event)
          if (!next.ok) continue
          const allowed: readonly string[] = Object.values(reviewTransitions[state.status])
          if (next.value !== state) expect(allowed).toContain(next.value.status)
          state = next.value
        }
      }),
    )
  })

  it('reaches every state, and leaves every one but withdrawn', () => {
    const reached = new Set<string>(['evaluating'])
    for (const steps of Object.values(reviewTransitions))
      for (const status of Object.values(steps)) reached.add(status)
    expect(reached).toEqual(new Set(Object.keys(reviewTransitions)))
    expect(reviewTransitions.withdrawn).toEqual({})
  })

  const decided = (by: string, decision: 'approve' | 'block', index: number): ReviewEvent => ({
    kind: 'decide',
    by,
    decision,
    why: 'because',
    at: timeOf(index),
  })
  const figures: ReviewEvent = { kind: 'figures', at: timeOf(0) }

  it('waits for all who must approve, and one who blocks outweighs them', () => {
    const both = start(['ann', 'ben'])
    const one = runAll([figures, decided('ann', 'approve', 1), decided('cleo', 'approve', 2)], both).state
    expect(one.status).toBe('open')
    const all = runAll([decided('ben', 'approve', 3)], one).state
    expect(all).toMatchObject({ status: 'approved', closedAt: timeOf(3) })
    const blocked = runAll([decided('cleo', 'block', 4)], all).state
    expect(blocked).toMatchObject({ status: 'blocked', closedAt: timeOf(4) })
    expect(runAll([decided('cleo', 'approve', 5)], blocked).state.status).toBe('approved')
  })

  it('is decided anew after a change: what was said before stays in the record and no longer counts', () => {
    const approved = runAll([figures, decided('ann', 'approve', 1)]).state
    const because = 'requirement changed'
    const { state } = runAll([{ kind: 'reopen', at: timeOf(2), because }], approved)
    expect(state).toMatchObject({ status: 'open', closedAt: null, reopened: [{ at: timeOf(2), because }] })
    expect(state.decisions).toEqual([{ ...approved.decisions[0], outdated: true }])
    expect(standingDecisions(state.decisions)).toEqual([])
    const asked = runAll(
      [{ kind: 'reviewers', at: timeOf(3), ids: ['ann', 'ben'] }, decided('ben', 'approve', 4)],
      state,
    )
    expect(asked.state.status).toBe('open')
  })

  it('takes no decision before there are figures, and nothing at all once withdrawn', () => {
    expect(nextReview(start(), decided('ann', 'approve', 1))).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-9009' },
    })
    const { state } = runAll([figures, { kind: 'withdraw', at: timeOf(1) }])
    expect(state).toMatchObject({ status: 'withdrawn', closedAt: timeOf(1) })
    for (const event of [figures, decided('ann', 'block', 2)])
      expect(nextReview(state, event)).toMatchObject({ ok: false, error: { code: 'ASSAY-9009' } })
  })
})
