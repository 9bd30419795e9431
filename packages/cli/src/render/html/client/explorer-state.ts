import type { CaseData } from './report-data.ts'

/** What the explorer shows: all of it stands in the address, so that a copied address shares the view. */
export interface ExplorerState {
  /** Words that must all occur. */
  readonly words: string
  /** An outcome, or `failed`, or `all`. */
  readonly outcome: string
  readonly filters: Readonly<Partial<Record<FilterField, string>>>
  /** Id of the open case. */
  readonly selected: string | null
  /** Ids of the cases whose verdict the reader disputes. */
  readonly disputed: readonly string[]
}

export const filterFields = [
  'type',
  'topic',
  'component',
  'level',
  'language',
  'source',
  'tag',
  'length',
] as const
export type FilterField = (typeof filterFields)[number]

export const outcomeFailed = 'failed'
export const outcomeAll = 'all'
export const outcomeDisputed = 'disputed'
const prefix = '#cases?'

/** `#cases?outcome=all&type=simple&case=case-0001`. Anything else is the start: what failed, nothing open. */
export function parseExplorerHash(hash: string): ExplorerState | null {
  if (!hash.startsWith(prefix)) return null
  const parameters = new URLSearchParams(hash.slice(prefix.length))
  const filters: Partial<Record<FilterField, string>> = {}
  for (const field of filterFields) {
    const value = parameters.get(field)
    if (value !== null && value !== '') filters[field] = value
  }
  return {
    words: parameters.get('q') ?? '',
    outcome: parameters.get('outcome') ?? outcomeFailed,
    filters,
    selected: parameters.get('case'),
    disputed: (parameters.get('disputed') ?? '').split(',').filter((id) => id !== ''),
  }
}

export function formatExplorerHash(state: ExplorerState): string {
  const parameters = new URLSearchParams()
  if (state.words !== '') parameters.set('q', state.words)
  if (state.outcome !== outcomeFailed) parameters.set('outcome', state.outcome)
  for (const field of filterFields) {
    const value = state.filters[field]
    if (value !== undefined && value !== '') parameters.set(field, value)
  }
  if (state.disputed.length > 0) parameters.set('disputed', state.disputed.join(','))
  if (state.selected !== null) parameters.set('case', state.selected)
  return `${prefix}${parameters.toString()}`
}

/** The cases a state shows, in their own order. */
export function filterCases(cases: readonly CaseData[], state: ExplorerState): readonly CaseData[] {
  const words = state.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return cases.filter(
    (data) =>
      matchesOutcome(data, state) &&
      filterFields.every(
        (field) => state.filters[field] === undefined || valuesOf(data, field).includes(state.filters[field]),
      ) &&
      (words.length === 0 || includesAll(haystackOf(data), words)),
  )
}

/** A case has several tags, and may have no topic. */
export function valuesOf(data: CaseData, field: FilterField): readonly string[] {
  const value = data[field]
  return value === null ? [] : typeof value === 'string' ? [value] : value
}

function matchesOutcome(data: CaseData, { outcome, disputed }: ExplorerState): boolean {
  if (outcome === outcomeAll) return true
  if (outcome === outcomeDisputed) return disputed.includes(data.id)
  return outcome === outcomeFailed ? data.passed === false : data.outcome === outcome
}

const includesAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word))

const haystacks = new WeakMap<CaseData, string>()

function haystackOf(data: CaseData): string {
  const known = haystacks.get(data)
  if (known !== undefined) return known
  const { id, question, answer, reference, reason, type, topic, source, componentText, history } = data
  const said = history.map(({ content }) => content)
  const text = [id, question, answer, reference, reason, type, topic, source, componentText, ...said]
    .join('\n')
    .toLowerCase()
  haystacks.set(data, text)
  return text
}
