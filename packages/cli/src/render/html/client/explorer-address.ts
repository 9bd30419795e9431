import { formatExplorerHash, type ExplorerState } from './explorer-state.ts'

/** `push`: Back returns to what was before. `replace`: a step of the same look, such as a typed letter or `j`. */
export type HistoryMode = 'push' | 'replace'

/** Puts a state into the address. Some viewers forbid it for a page from disk: the view still changes there. */
export function writeAddress(state: ExplorerState, mode: HistoryMode): void {
  const hash = formatExplorerHash(state)
  try {
    if (mode === 'push') history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  } catch {
    // The view was changed; only the address could not be.
  }
}
