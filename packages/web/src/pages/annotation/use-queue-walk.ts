import type { LabelOutcome } from '@assay/contracts'
import type { QueueRow } from '@assay/contracts/hub'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { callHub } from '../../api/call-hub.ts'
import { refresh } from '../../api/refresh.ts'
import { useMe } from '../../api/use-me.ts'
import {
  emptyTrail,
  endTrail,
  replaceRow,
  returnTo,
  showRow,
  shownRow,
  stepBack,
  type QueueTrail,
} from './queue-trail.ts'

export interface QueuePlace {
  readonly projectId: string
  readonly queueId: string
  /** Rows whose labels differ, to settle them. */
  readonly adjudicate: boolean
}

interface Walk {
  readonly trail: QueueTrail
  /** Rows without the own label; `null`: not counted yet. */
  readonly left: number | null
  readonly isBusy: boolean
  readonly error: Error | null
  /** What was labelled last, to take it back. */
  readonly last: QueueRow | null
  /** Skipped, and it came again. */
  readonly isOnly: boolean
}

const first: Walk = { trail: emptyTrail, left: null, isBusy: true, error: null, last: null, isOnly: false }

/** State of the walk, in which one thing is done at a time: a key that is pressed meanwhile does nothing. */
function useWalkState() {
  const [walk, setWalk] = useState(first)
  const busy = useRef(false)
  const put = (change: Partial<Walk>) => setWalk((before) => ({ ...before, ...change }))
  const during = async (work: () => Promise<void>): Promise<void> => {
    if (busy.current) return
    busy.current = true
    put({ isBusy: true, error: null, isOnly: false })
    try {
      await work()
    } catch (error) {
      put({ error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      busy.current = false
      put({ isBusy: false })
    }
  }
  return { walk, put, during }
}

/** Reads the row behind one, and gives labels. */
const callQueue = ({ projectId, queueId, adjudicate }: QueuePlace) => ({
  next: (after: QueueRow | null) =>
    callHub('nextQueueRow', {
      projectId,
      queueId,
      query: { adjudicate: String(adjudicate), ...(after === null ? {} : { after: after.id }) },
    }),
  label: (row: QueueRow, outcome: LabelOutcome | null, note: string) =>
    callHub('labelQueueRow', {
      projectId,
      queueId,
      rowId: row.id,
      body: { outcome, note, adjudicates: adjudicate },
    }),
})

/** One row after another: labelled, skipped, looked at again, taken back. */
export function useQueueWalk(place: QueuePlace) {
  const client = useQueryClient()
  const me = useMe()
  const { walk, put, during } = useWalkState()
  const calls = callQueue(place)
  const { trail, last } = walk
  const row = shownRow(trail)
  const refreshQueue = () => void refresh(client, ['getQueue', 'listQueues', 'listLabels'])
  const read = async (after: QueueRow | null, from: QueueTrail) => {
    const { row: next, left } = await calls.next(after)
    put({
      trail: next === null ? endTrail(from) : showRow(from, next),
      left,
      isOnly: next !== null && next.id === after?.id,
    })
  }
  const forward = async (from: QueueTrail) =>
    from.at < from.rows.length - 1
      ? put({ trail: { ...from, at: from.at + 1 } })
      : read(from.rows.at(-1) ?? null, from)
  const label = async (outcome: LabelOutcome, note: string) => {
    if (row === null) return
    const labelled = await calls.label(row, outcome, note)
    const kept = replaceRow(trail, labelled)
    put({ trail: kept, last: labelled })
    await forward(kept)
    refreshQueue()
  }
  const undo = async () => {
    if (last === null) return
    const bare = await calls.label(last, null, '')
    put({ trail: returnTo(trail, bare), last: null, left: (walk.left ?? 0) + 1 })
    refreshQueue()
  }
  useStart(() => void during(() => read(null, emptyTrail)))
  const isOwn = ({ by, adjudicates }: QueueRow['labels'][number]) =>
    by.id === me.id && adjudicates === place.adjudicate
  return {
    ...walk,
    row,
    own: row?.labels.find(isOwn) ?? null,
    canGoBack: trail.at > 0,
    /** Reads on where nothing is shown; where a row is, its label can be given again. */
    retry: () => void during(async () => (row === null ? read(trail.rows.at(-1) ?? null, trail) : undefined)),
    label: (outcome: LabelOutcome, note: string) => void during(() => label(outcome, note)),
    skip: () => void during(() => forward(trail)),
    back: () => put({ trail: stepBack(trail), isOnly: false }),
    undo: () => void during(undo),
  }
}

/** Once, when the page is opened. */
function useStart(start: () => void): void {
  const begin = useRef(start)
  useEffect(() => begin.current(), [])
}

export type QueueWalk = ReturnType<typeof useQueueWalk>
