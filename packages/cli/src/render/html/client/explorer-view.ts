import { createCaseList } from './case-list.ts'
import { renderCase } from './case-view.ts'
import { writeForm } from './explorer-form.ts'
import { formatExplorerHash, type ExplorerState } from './explorer-state.ts'
import { html } from './html.ts'
import { findElement } from './page.ts'
import type { CaseData, ReportData } from './report-data.ts'

export interface ExplorerFrame {
  readonly state: ExplorerState
  readonly shown: readonly CaseData[]
  readonly open: CaseData | undefined
  /** No filter is set. */
  readonly isStart: boolean
}

export interface ExplorerView {
  readonly render: (frame: ExplorerFrame) => void
  readonly scrollTo: (index: number) => void
  /** Brings the explorer into view, or on a narrow screen the case that was opened. */
  readonly reveal: (isCase: boolean) => void
}

/** On a narrow screen the list and the case take turns. */
export const isNarrow = (): boolean => matchMedia('(max-width: 899px)').matches

export function createExplorerView({ cases, texts }: ReportData): ExplorerView {
  const root = findElement('cases', HTMLElement)
  const form = findElement('case-filters', HTMLFormElement)
  const detail = findElement('case-detail', HTMLElement)
  const list = createCaseList(
    findElement('case-viewport', HTMLElement),
    findElement('case-list', HTMLElement),
  )
  return {
    render({ state, shown, open, isStart }) {
      writeForm(form, state)
      list.show(shown, open?.id ?? null, (each) => formatExplorerHash({ ...state, selected: each.id }))
      detail.innerHTML = renderDetail(open, texts, state.disputed)
      root.classList.toggle('has-case', open !== undefined)
      findElement('case-count', HTMLElement).textContent = describeCount(shown.length, cases.length)
      findElement('clear-filters', HTMLButtonElement).hidden = isStart
      findElement('case-disputed', HTMLElement).hidden = state.disputed.length === 0
      findElement('disputed-count', HTMLElement).textContent = String(state.disputed.length)
    },
    scrollTo: list.scrollTo,
    reveal(isCase) {
      if (isCase && isNarrow()) detail.scrollIntoView()
      else keepInView(root)
    },
  }
}

function renderDetail(
  open: CaseData | undefined,
  texts: readonly string[],
  disputed: readonly string[],
): string {
  if (open === undefined) return html`<p class="empty">No case matches the filters.</p>`.text
  const isDisputed = disputed.includes(open.id)
  return html`<div class="case-actions">
      <button type="button" data-action="close">Back to the list</button>
      <button type="button" data-action="dispute" aria-pressed="${String(isDisputed)}">
        ${isDisputed ? 'Disputed' : 'I disagree'}
      </button>
      <button type="button" data-action="copy-address">Copy address</button>
    </div>
    ${renderCase(open, texts)}`.text
}

const describeCount = (shown: number, total: number): string =>
  shown === total ? `${total} cases` : `${shown} of ${total} cases`

function keepInView(root: HTMLElement): void {
  const { top, bottom } = root.getBoundingClientRect()
  const isFar = top > innerHeight * 0.6 || bottom < innerHeight * 0.4
  if (isFar || (isNarrow() && top > 0)) root.scrollIntoView()
}
