import type { QueueRow } from '@assay/contracts/hub'

/** The rows one has seen, in their order, and the one that is looked at. */
export interface QueueTrail {
  readonly rows: readonly QueueRow[]
  /** `rows.length`: behind the last; the next one is being read, or nothing is left. */
  readonly at: number
}

export const emptyTrail: QueueTrail = { rows: [], at: 0 }

export const shownRow = ({ rows, at }: QueueTrail): QueueRow | null => rows[at] ?? null

/** Shows a row that the hub gave: behind the last, or where it was seen before. */
export function showRow(trail: QueueTrail, row: QueueRow): QueueTrail {
  const rows = [...trail.rows.filter(({ id }) => id !== row.id), row]
  return { rows, at: rows.length - 1 }
}

/** The row as it stands now, in its place. */
export const replaceRow = (trail: QueueTrail, row: QueueRow): QueueTrail => ({
  ...trail,
  rows: trail.rows.map((one) => (one.id === row.id ? row : one)),
})

/** Back to a row that was seen, with what stands of it now. */
export function returnTo(trail: QueueTrail, row: QueueRow): QueueTrail {
  const at = trail.rows.findIndex(({ id }) => id === row.id)
  return at === -1 ? showRow(trail, row) : { ...replaceRow(trail, row), at }
}

export const stepBack = (trail: QueueTrail): QueueTrail => ({ ...trail, at: Math.max(0, trail.at - 1) })

/** Nothing is left: behind the last row. */
export const endTrail = (trail: QueueTrail): QueueTrail => ({ ...trail, at: trail.rows.length })
