import { renderBadge } from './case-view.ts'
import { html, type Html } from './html.ts'
import type { CaseData } from './report-data.ts'

export interface CaseList {
  /** Shows other cases; keeps the scroll position where it can. */
  readonly show: (
    cases: readonly CaseData[],
    selected: string | null,
    hrefOf: (data: CaseData) => string,
  ) => void
  readonly scrollTo: (index: number) => void
}

/** Rows drawn above and below those in view. */
const overscan = 6

/** A list of any length of which only the rows in view stand in the page. */
export function createCaseList(viewport: HTMLElement, list: HTMLElement): CaseList {
  let rows: readonly Row[] = []
  let drawn = ''
  let height = measureRow(list)
  const draw = () => {
    const first = Math.max(0, Math.floor(viewport.scrollTop / height) - overscan)
    const visible = Math.ceil(viewport.clientHeight / height) + 2 * overscan
    const range = `${first} ${visible}`
    if (range === drawn) return
    drawn = range
    drawRows(list, rows.slice(first, first + visible), first * height, height)
  }
  const redraw = () => {
    drawn = ''
    list.style.height = `${rows.length * height}px`
    draw()
  }
  viewport.addEventListener('scroll', draw, { passive: true })
  new ResizeObserver(() => {
    height = measureRow(list)
    redraw()
  }).observe(viewport)
  return {
    show(cases, selected, hrefOf) {
      rows = cases.map((data, index) => ({
        data,
        index,
        total: cases.length,
        href: hrefOf(data),
        isSelected: data.id === selected,
      }))
      redraw()
    },
    scrollTo(index) {
      const top = index * height
      const lowest = top + height - viewport.clientHeight
      viewport.scrollTop = Math.max(lowest, Math.min(top, viewport.scrollTop))
      draw()
    },
  }
}

interface Row {
  readonly data: CaseData
  readonly index: number
  readonly total: number
  readonly href: string
  readonly isSelected: boolean
}

/** Puts the rows in place; a row that has the focus keeps it. */
function drawRows(list: HTMLElement, rows: readonly Row[], top: number, height: number): void {
  const { activeElement } = document
  const focused = list.contains(activeElement) ? activeElement?.getAttribute('data-case') : null
  list.innerHTML = html`${rows.map(renderRow)}`.text
  for (const [index, row] of Array.from(list.children).entries())
    if (row instanceof HTMLElement) row.style.top = `${top + index * height}px`
  if (focused) focusRow(list, focused)
}

function renderRow({ data, index, total, href, isSelected }: Row): Html {
  const place = [data.type, data.componentText ?? data.topic].filter((part) => part !== null)
  return html`<li aria-setsize="${total}" aria-posinset="${index + 1}">
    <a href="${href}" data-case="${data.id}" ${isSelected && html`aria-current="true"`}>
      <span class="row-question">${data.question}</span>
      <span class="row-meta">${renderBadge(data.tone, data.outcomeText)} ${place.join(' · ')}</span>
    </a>
  </li>`
}

/** Rows are as high as the style sheet says, in the reader's own text size. */
function measureRow(list: HTMLElement): number {
  const probe = document.createElement('li')
  list.append(probe)
  const { height } = probe.getBoundingClientRect()
  probe.remove()
  return height > 0 ? height : 64
}

function focusRow(list: HTMLElement, id: string): void {
  const row = list.querySelector(`[data-case="${CSS.escape(id)}"]`)
  if (row instanceof HTMLElement) row.focus({ preventScroll: true })
}
