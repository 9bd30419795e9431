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

/** One row after another: labelled, skipped, looked at again, taken back. */
export function useQueueWalk(place: QueuePlace) {
  const { projectId, queueId, adjudicate } = place
  const client = useQueryClient()
  const me = useMe()
  const [walk, setWalk] = useState(first)
  const busy = useRef(false)
  const put = (change: Partial<Walk>) => setWalk((before) => ({ ...before, ...change }))

  /** One thing at a time: a key that is pressed meanwhile does nothing. */
  const during = async (work: () => Promise<void>) => {
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

  const read = async (after: QueueRow | null, trail: QueueTrail) => {
    const query = { adjudicate: String(adjudicate), ...(after === null ? {} : { after: after.id }) }
    const { row, left } = await callHub('nextQueueRow', { projectId, queueId, query })
    put({
      trail: row === null ? endTrail(trail) : showRow(trail, row),
      left,
      isOnly: row !== null && row.id === after?.id,
    })
  }

  const send = (row: QueueRow, outcome: LabelOutcome | null, note: string) =>
    callHub('labelQueueRow', {
      projectId,
      queueId,
      rowId: row.id,
      body: { outcome, note, adjudicates: adjudicate },
    })

  const { trail, last } = walk
  const row = shownRow(trail)
  const forward = async (from: QueueTrail) =>
    from.at < from.rows.length - 1
      ? put({ trail: { ...from, at: from.at + 1 } })
      : read(from.rows[from.rows.length - 1] ?? null, from)

  const begin = useRef(() => undefined as void)
  useEffect(() => {
    begin.current = () => void during(() => read(null, emptyTrail))
  })
  useEffect(() => begin.current(), [queueId, adjudicate])

  return {
    ...walk,
    row,
    own: row?.labels.find(({ by, adjudicates }) => by.id === me.id && adjudicates === adjudicate) ?? null,
    canGoBack: trail.at > 0,
    retry: () => void during(() => (row === null ? read(trail.rows.at(-1) ?? null, trail) : Promise.resolve())),
    label: (outcome: LabelOutcome, note: string) =>
      void during(async () => {
        if (row === null) return
        const labelled = await send(row, outcome, note)
        const kept = replaceRow(trail, labelled)
        put({ trail: kept, last: labelled })
        await forward(kept)
        void refresh(client, ['getQueue', 'listQueues', 'listLabels'])
      }),
    skip: () => void during(() => forward(trail)),
    back: () => put({ trail: stepBack(trail), isOnly: false }),
    undo: () =>
      void during(async () => {
        if (last === null) return
        const bare = await send(last, null, '')
        put({ trail: returnTo(trail, bare), last: null, left: (walk.left ?? 0) + 1 })
        void refresh(client, ['getQueue', 'listQueues', 'listLabels'])
      }),
  }
}

export type QueueWalk = ReturnType<typeof useQueueWalk>
