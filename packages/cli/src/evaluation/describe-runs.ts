import type { RunManifest } from '@assay/contracts'
import { renderTable } from '../render/terminal/render-table.ts'

/** The runs of a folder, newest first. */
export function describeRuns(runs: readonly RunManifest[], width: number): string {
  if (runs.length === 0) return 'No run yet. Evaluate a target: assay eval run --target module:./assistant.ts'
  const rows = runs
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map(({ name, kind, createdAt }) => [name, kind, createdAt.slice(0, 16).replace('T', ' ')])
  return renderTable([{ title: 'run', flexible: true }, { title: 'kind' }, { title: 'started' }], rows, width)
}
