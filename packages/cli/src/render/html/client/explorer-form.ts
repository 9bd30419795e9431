import { filterFields, type ExplorerState } from './explorer-state.ts'

/** The filters of a state as the reader has set them. */
export function readForm(form: HTMLFormElement, state: ExplorerState): ExplorerState {
  const fields = new FormData(form)
  const text = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  const filters = Object.fromEntries(
    filterFields.flatMap((field) => (text(field) === '' ? [] : [[field, text(field)] as const])),
  )
  return { ...state, words: text('q'), outcome: text('outcome'), filters }
}

export function writeForm(form: HTMLFormElement, state: ExplorerState): void {
  const write = (name: string, value: string) => {
    const field = form.elements.namedItem(name)
    const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
    if (isField && field.value !== value) field.value = value
  }
  write('q', state.words)
  write('outcome', state.outcome)
  for (const field of filterFields) write(field, state.filters[field] ?? '')
}
