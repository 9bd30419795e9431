import type { LabelOutcome } from '@assay/contracts'
import type { GivenLabel } from '@assay/core/judging/calibration'

/** Where a labeller stands in the queue: one answer a screen. */
export interface LabelState {
  /** Rows of the queue. */
  readonly size: number
  readonly at: number
  /** What was given in this session, by place in the queue. */
  readonly given: ReadonlyMap<number, GivenLabel>
  /** Places this labeller had labelled before. */
  readonly done: ReadonlySet<number>
  /** Written with the next label. */
  readonly note: string
  readonly asking: 'note' | null
  readonly isDone: boolean
}

export type LabelEvent =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'note'; readonly note: string }
  /** What this person had said of the answer before, in another queue. */
  | { readonly kind: 'label'; readonly given: GivenLabel }

export const labelKeys = new Map<string, LabelOutcome>([
  ['c', 'correct'],
  ['p', 'partially correct'],
  ['i', 'incorrect'],
  ['n', 'no answer'],
  ['w', 'reference wrong'],
  ['a', 'question ambiguous'],
  ['s', 'unsure'],
])

/** Begins at the first row this labeller has not labelled. */
export function startLabelling(size: number, done: ReadonlySet<number>): LabelState {
  const at = nextOpen({ size, done, given: new Map() }, -1)
  return { size, at: at ?? 0, given: new Map(), done, note: '', asking: null, isDone: at === null }
}

/** The next state. Keys that mean nothing change nothing. */
export function labelState(state: LabelState, event: LabelEvent): LabelState {
  if (event.kind === 'note') return { ...state, note: event.note.trim(), asking: null }
  if (event.kind === 'label') return give({ ...state, note: event.given.note }, event.given.outcome)
  const outcome = labelKeys.get(event.key)
  if (outcome !== undefined) return give(state, outcome)
  switch (event.key) {
    case 't':
      return { ...state, asking: 'note' }
    case 'j':
    case 'down':
      return { ...state, at: Math.min(state.size - 1, state.at + 1), note: '' }
    case 'k':
    case 'u':
    case 'up':
      return { ...state, at: Math.max(0, state.at - 1), note: '' }
    case 'q':
      return { ...state, isDone: true }
    default:
      return state
  }
}

/** Takes the label and goes to the next open row; done where there is none. A second label of a row replaces the first. */
function give(state: LabelState, outcome: LabelOutcome): LabelState {
  const given = new Map(state.given).set(state.at, { outcome, note: state.note })
  const next = nextOpen({ ...state, given }, state.at)
  return { ...state, given, note: '', at: next ?? state.at, isDone: next === null }
}

type Places = Pick<LabelState, 'size' | 'done' | 'given'>

function nextOpen({ size, done, given }: Places, from: number): number | null {
  const open = Array.from({ length: size }, (_, place) => place).filter(
    (place) => !done.has(place) && !given.has(place),
  )
  return open.find((place) => place > from) ?? open[0] ?? null
}
