import { createError } from '../errors/create-error.ts'
import { fail, ok, type Result } from '../result.ts'
import { must } from '../must.ts'

/**
 * A release review. `leave`, `pass`, `stop`: what the standing decisions come to. `figures`: every evaluation it waits for
 * ended well. `evaluate`: it is evaluated again. `reopen`: something it rests on changed. What is not listed cannot happen.
 */
export const reviewTransitions = {
  evaluating: {
    figures: 'open',
    evaluate: 'evaluating',
    reopen: 'evaluating',
    leave: 'evaluating',
    withdraw: 'withdrawn',
  },
  open: {
    leave: 'open',
    pass: 'approved',
    stop: 'blocked',
    evaluate: 'evaluating',
    reopen: 'open',
    withdraw: 'withdrawn',
  },
  approved: {
    leave: 'open',
    pass: 'approved',
    stop: 'blocked',
    evaluate: 'evaluating',
    reopen: 'open',
    withdraw: 'withdrawn',
  },
  blocked: {
    leave: 'open',
    pass: 'approved',
    stop: 'blocked',
    evaluate: 'evaluating',
    reopen: 'open',
    withdraw: 'withdrawn',
  },
  withdrawn: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>
export type ReviewStatus = keyof typeof reviewTransitions

export interface ReviewDecision {
  readonly by: string
  readonly decision: 'approve' | 'block'
  readonly why: string
  /** ISO 8601. */
  readonly at: string
  /** Given before something it rests on changed: it no longer counts. */
  readonly outdated: boolean
}

export interface ReviewState {
  readonly status: ReviewStatus
  /** All of them must approve; empty: one approval of anybody is enough. */
  readonly requiredReviewers: readonly string[]
  /** Everything anybody decided, in the order of time. */
  readonly decisions: readonly ReviewDecision[]
  readonly reopened: readonly { readonly at: string; readonly because: string }[]
  readonly closedAt: string | null
}

export type ReviewEvent =
  | { readonly kind: 'figures'; readonly at: string }
  | { readonly kind: 'evaluate' | 'reopen'; readonly at: string; readonly because: string }
  | ({ readonly kind: 'decide' } & Omit<ReviewDecision, 'outdated'>)
  | { readonly kind: 'reviewers'; readonly at: string; readonly ids: readonly string[] }
  | { readonly kind: 'withdraw'; readonly at: string }

/** The review after the event. Fails with ASSAY-9009 where the event comes too early or too late. */
export function nextReview(state: ReviewState, event: ReviewEvent): Result<ReviewState> {
  if (state.status === 'withdrawn') return refuse('The review was withdrawn', 'open another one')
  switch (event.kind) {
    case 'figures':
      return state.status === 'evaluating' ? ok(enter(state, 'figures', event.at)) : ok(state)
    case 'evaluate':
    case 'reopen':
      return ok(enter(outdate(state, event), event.kind, event.at))
    case 'decide':
      return state.status === 'evaluating'
        ? refuse('There is nothing to decide on yet', 'wait until it is evaluated')
        : ok(settle({ ...state, decisions: [...state.decisions, toDecision(event)] }, event.at))
    case 'reviewers':
      return ok(settle({ ...state, requiredReviewers: event.ids }, event.at))
    case 'withdraw':
      return ok(enter(state, 'withdraw', event.at))
  }
}

/** The last word of everybody, as far as it still counts. */
export function standingDecisions<D extends Pick<ReviewDecision, 'by' | 'outdated'>>(
  decisions: readonly D[],
): readonly D[] {
  const standing = decisions.filter(({ outdated }) => !outdated)
  return [...new Map(standing.map((each) => [each.by, each])).values()]
}

const toDecision = ({ by, decision, why, at }: Omit<ReviewDecision, 'outdated'>): ReviewDecision => ({
  by,
  decision,
  why,
  at,
  outdated: false,
})

function outdate(
  state: ReviewState,
  { at, because }: { readonly at: string; readonly because: string },
): ReviewState {
  return {
    ...state,
    decisions: state.decisions.map((each) => ({ ...each, outdated: true })),
    reopened: [...state.reopened, { at, because }],
  }
}

/** One blocks: blocked. All who must approve do: approved. */
function settle(state: ReviewState, at: string): ReviewState {
  if (state.status === 'evaluating') return enter(state, 'leave', at)
  const standing = standingDecisions(state.decisions)
  if (standing.some(({ decision }) => decision === 'block')) return enter(state, 'stop', at)
  const approving = new Set(standing.map(({ by }) => by))
  const isPassed =
    state.requiredReviewers.length === 0
      ? approving.size > 0
      : state.requiredReviewers.every((id) => approving.has(id))
  return enter(state, isPassed ? 'pass' : 'leave', at)
}

type Step = 'figures' | 'evaluate' | 'reopen' | 'leave' | 'pass' | 'stop' | 'withdraw'

function enter(state: ReviewState, step: Step, at: string): ReviewState {
  const steps: Readonly<Partial<Record<Step, ReviewStatus>>> = reviewTransitions[state.status]
  const status = must(steps[step], `the transition "${step}" out of "${state.status}"`)
  const isClosed = status === 'approved' || status === 'blocked' || status === 'withdrawn'
  const closedAt = isClosed ? (status === state.status ? state.closedAt : at) : null
  return { ...state, status, closedAt }
}

const refuse = (message: string, fix: string): Result<never> =>
  fail(createError('ASSAY-9009', { message, fix }))
