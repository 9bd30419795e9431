import { writeAddress, type HistoryMode } from './explorer-address.ts'
import { readForm } from './explorer-form.ts'
import {
  filterCases,
  outcomeAll,
  outcomeFailed,
  parseExplorerHash,
  type ExplorerState,
} from './explorer-state.ts'
import { createExplorerView, isNarrow } from './explorer-view.ts'
import { copyText, findElement } from './page.ts'
import type { CaseData, ReportData } from './report-data.ts'

export interface Explorer {
  /** Opens the next case of the list (`1`) or the one before (`-1`). */
  readonly step: (by: 1 | -1) => void
  readonly focusSearch: () => void
  readonly focusCase: () => void
  /** Marks the open case's verdict as disputed, or takes that back. */
  readonly dispute: () => void
  readonly close: () => void
}

/** The failure explorer: filters, list and case. The address is its only state. */
export function createExplorer(data: ReportData): Explorer {
  const view = createExplorerView(data)
  const start = startOf(data.cases)
  let state = parseExplorerHash(location.hash) ?? start
  let shown: readonly CaseData[] = []
  /** The open case; beside the list there is room for the first one when none was chosen. */
  const current = () => state.selected ?? (isNarrow() ? null : (shown[0]?.id ?? null))
  const show = (next: ExplorerState) => {
    state = next
    shown = filterCases(data.cases, state)
    const open = data.cases.find(({ id }) => id === current())
    view.render({ state, shown, open, isStart: isUnfiltered(state, start) })
  }
  const go = (next: ExplorerState, mode: HistoryMode) => {
    show(next)
    writeAddress(next, mode)
  }

  const explorer: Explorer = {
    step(by) {
      const at = shown.findIndex(({ id }) => id === current())
      const next = shown[at === -1 ? 0 : at + by]
      if (next === undefined) return
      go({ ...state, selected: next.id }, 'replace')
      view.scrollTo(shown.indexOf(next))
      view.reveal(true)
    },
    focusSearch: () => findElement('case-words', HTMLInputElement).focus(),
    focusCase: () => document.getElementById('case-title')?.focus(),
    dispute() {
      const selected = current()
      if (selected !== null) go({ ...state, selected, disputed: toggle(state.disputed, selected) }, 'replace')
    },
    close() {
      if (state.selected !== null) go({ ...state, selected: null }, 'push')
    },
  }
  listenToFilters(start, () => state, go)
  listenToActions(explorer, () => data.cases.filter(({ id }) => state.disputed.includes(id)))
  addEventListener('hashchange', () => {
    const next = parseExplorerHash(location.hash)
    if (next === null) return
    const isOther = next.selected !== null && next.selected !== state.selected
    show(next.disputed.length === 0 ? { ...next, disputed: state.disputed } : next)
    view.reveal(isOther)
  })
  show(state)
  if (parseExplorerHash(location.hash) !== null) view.reveal(state.selected !== null)
  view.scrollTo(
    Math.max(
      0,
      shown.findIndex(({ id }) => id === current()),
    ),
  )
  return explorer
}

const startOf = (cases: readonly CaseData[]): ExplorerState => ({
  words: '',
  outcome: cases.some(({ passed }) => passed === false) ? outcomeFailed : outcomeAll,
  filters: {},
  selected: null,
  disputed: [],
})

const isUnfiltered = ({ words, outcome, filters }: ExplorerState, start: ExplorerState): boolean =>
  words === '' && outcome === start.outcome && Object.keys(filters).length === 0

const toggle = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]

function listenToFilters(
  start: ExplorerState,
  stateNow: () => ExplorerState,
  go: (next: ExplorerState, mode: HistoryMode) => void,
): void {
  const form = findElement('case-filters', HTMLFormElement)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', (event) => {
    const isTyping = event.target instanceof HTMLInputElement
    go({ ...readForm(form, stateNow()), selected: null }, isTyping ? 'replace' : 'push')
  })
  findElement('clear-filters', HTMLButtonElement).addEventListener('click', () =>
    go({ ...start, disputed: stateNow().disputed }, 'push'),
  )
}

function listenToActions(explorer: Explorer, disputedNow: () => readonly CaseData[]): void {
  findElement('case-detail', HTMLElement).addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-action]') : null
    const action = button?.getAttribute('data-action')
    if (action === 'dispute') explorer.dispute()
    if (action === 'close') explorer.close()
    if (action === 'copy-address') void copyText(location.href, 'Address copied')
  })
  findElement('copy-disputed', HTMLButtonElement).addEventListener('click', () => {
    const lines = disputedNow().map(({ id, outcome }) =>
      JSON.stringify({ caseId: id, verdict: outcome, disputed: true }),
    )
    void copyText(`${lines.join('\n')}\n`, `${lines.length} copied as JSON Lines`)
  })
}
