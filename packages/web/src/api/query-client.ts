import { HubError } from '@assay/sdk'
import { QueryClient } from '@tanstack/react-query'

/** Refusals are not asked again; a hub that does not answer is, twice. */
const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof HubError && [429, 503].includes(error.problem.status)

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: isWorthRetrying, throwOnError: false },
      mutations: { retry: false },
    },
  })
