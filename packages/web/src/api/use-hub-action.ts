import type { EndpointId } from '@assay/contracts/hub'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callHub } from './call-hub.ts'
import { fieldProblems, type FieldProblems } from './field-problems.ts'
import type { HubAnswer, HubInput } from './hub-types.ts'
import { refresh } from './refresh.ts'

interface ActionOptions<K extends EndpointId> {
  /** Endpoints whose readings are no longer right afterwards. */
  readonly refreshes?: readonly EndpointId[]
  readonly onDone?: (answer: HubAnswer<K>, input: HubInput<K>) => void
  /** For actions without a place of their own, as in a row: `showProblem`. */
  readonly onFailed?: (error: Error) => void
}

export interface HubAction<K extends EndpointId> {
  /** Ends in `error` when it is refused; never rejects. */
  readonly run: (input: HubInput<K>, revision?: number) => void
  /** The same to wait for; rejects with a `HubError`. */
  readonly runAsync: (input: HubInput<K>, revision?: number) => Promise<HubAnswer<K>>
  readonly isRunning: boolean
  readonly error: Error | null
  readonly problemOf: FieldProblems
  readonly answer: HubAnswer<K> | undefined
  readonly reset: () => void
}

/** Something a person does: a POST, PUT, PATCH or DELETE. */
export function useHubAction<K extends EndpointId>(id: K, options: ActionOptions<K> = {}): HubAction<K> {
  const client = useQueryClient()
  const { onFailed } = options
  const action = useMutation({
    mutationFn: ({ input, revision }: { input: HubInput<K>; revision: number | undefined }) =>
      callHub(id, input, { revision }),
    onSuccess: (answer, { input }) => {
      options.onDone?.(answer, input)
      return refresh(client, options.refreshes ?? [])
    },
    ...(onFailed === undefined ? {} : { onError: onFailed }),
  })
  return {
    run: (input, revision) => action.mutate({ input, revision }),
    runAsync: (input, revision) => action.mutateAsync({ input, revision }),
    isRunning: action.isPending,
    error: action.error,
    problemOf: fieldProblems(action.error),
    answer: action.data,
    reset: action.reset,
  }
}
