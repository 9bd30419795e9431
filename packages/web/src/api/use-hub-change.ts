import type { EndpointId } from '@assay/contracts/hub'
import { HubError } from '@assay/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { HubAnswer, HubInput } from './hub-types.ts'
import { refresh } from './refresh.ts'
import { useHubAction, type HubAction } from './use-hub-action.ts'

interface ChangeOptions<K extends EndpointId> {
  /** Reads the revision that stands now, for "keep mine". */
  readonly readRevision: () => Promise<number>
  readonly refreshes: readonly EndpointId[]
  readonly onDone?: (answer: HubAnswer<K>, input: HubInput<K>) => void
  /** What stands now was read: show it in place of the change. */
  readonly onTheirs?: () => void
}

export interface HubChange<K extends EndpointId> extends HubAction<K> {
  /** Somebody else changed it since it was read: show `ConflictNote`. */
  readonly isConflict: boolean
  /** Sends the same change over what stands now. */
  readonly keepMine: () => void
  /** Drops the change and reads what stands now. */
  readonly takeTheirs: () => void
}

/** A change that must not go over somebody else's: `run(input, revision)` with the revision that was read. */
export function useHubChange<K extends EndpointId>(id: K, options: ChangeOptions<K>): HubChange<K> {
  const client = useQueryClient()
  const last = useRef<HubInput<K> | null>(null)
  const action = useHubAction(id, options)
  const run = (input: HubInput<K>, revision?: number) => {
    last.current = input
    action.run(input, revision)
  }
  return {
    ...action,
    run,
    isConflict: action.error instanceof HubError && action.error.problem.code === 'ASSAY-9004',
    keepMine: () => {
      const input = last.current
      if (input === null) return
      void options.readRevision().then((revision) => run(input, revision))
    },
    takeTheirs: () => {
      action.reset()
      void refresh(client, options.refreshes).then(options.onTheirs)
    },
  }
}
