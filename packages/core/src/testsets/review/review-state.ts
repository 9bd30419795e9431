import type { TestCase } from '@assay/contracts'
import { acceptCase, editCase, rejectCase, type CaseEdit, type ReviewStamp } from './decide-case.ts'

/** A review at a terminal, one case a screen. */
export interface ReviewState {
  readonly cases: readonly TestCase[]
  /** Index of the case on the screen. */
  readonly at: number
  /** What the reviewer is asked for; keys wait until it is given. */
  readonly asking: 'edit' | 'reason' | null
  /** Cases as they were before each decision, the last one last. */
  readonly undo: readonly { readonly index: number; readonly before: TestCase }[]
  readonly isDone: boolean
}

export type ReviewEvent =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'edit'; readonly edit: CaseEdit }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'cancel' }

export const isDecided = ({ review }: TestCase): boolean =>
  review !== undefined && review.decision !== 'returned'

/** Begins at the first case that nobody decided. */
export function startReview(cases: readonly TestCase[]): ReviewState {
  const first = cases.findIndex((each) => !isDecided(each))
  return { cases, at: Math.max(0, first), asking: null, undo: [], isDone: cases.length === 0 }
}

/** The next state. Unknown keys, and keys while something is asked, change nothing. */
export function reviewState(state: ReviewState, event: ReviewEvent, stamp: ReviewStamp): ReviewState {
  const current = state.cases[state.at]
  if (state.isDone || current === undefined) return state
  switch (event.kind) {
    case 'key':
      return state.asking === null ? pressKey(state, current, event.key, stamp) : state
    case 'edit':
      return state.asking === 'edit' ? decide(state, editCase(current, event.edit, stamp)) : state
    case 'reason':
      return state.asking === 'reason'
        ? decide(state, rejectCase(current, event.reason.trim(), stamp))
        : state
    case 'cancel':
      return { ...state, asking: null }
  }
}

function pressKey(state: ReviewState, current: TestCase, key: string, stamp: ReviewStamp): ReviewState {
  switch (key) {
    case 'a':
      return decide(state, acceptCase(current, stamp))
    case 'e':
      return { ...state, asking: 'edit' }
    case 'r':
      return { ...state, asking: 'reason' }
    case 'u':
      return takeBack(state)
    case 'j':
    case 'down':
      return { ...state, at: Math.min(state.cases.length - 1, state.at + 1) }
    case 'k':
    case 'up':
      return { ...state, at: Math.max(0, state.at - 1) }
    case 'q':
      return { ...state, isDone: true }
    default:
      return state
  }
}

/** Puts the decided case in its place and goes to the next undecided one; stays where there is none. */
function decide(state: ReviewState, decided: TestCase): ReviewState {
  const before = state.cases[state.at]
  if (before === undefined) return state
  const cases = state.cases.with(state.at, decided)
  const open = [...cases.keys()].filter((index) => !isDecided(cases[index] ?? decided))
  const next = open.find((index) => index > state.at) ?? open[0] ?? state.at
  return { ...state, cases, at: next, asking: null, undo: [...state.undo, { index: state.at, before }] }
}

function takeBack(state: ReviewState): ReviewState {
  const last = state.undo.at(-1)
  if (last === undefined) return state
  return {
    ...state,
    cases: state.cases.with(last.index, last.before),
    at: last.index,
    undo: state.undo.slice(0, -1),
  }
}
