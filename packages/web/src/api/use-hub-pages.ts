import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { callHub } from './call-hub.ts'
import type { HubInput, PagedId, PagedItem } from './hub-types.ts'
import { isSameThing } from './is-same-thing.ts'

/** A list that is read page by page while it is scrolled; `DataTable` takes it as `source`. */
export interface PagedList<Item> {
  readonly rows: readonly Item[]
  /** `undefined`: not counted. */
  readonly total: number | undefined
  /** Nothing has arrived yet. */
  readonly isLoading: boolean
  /** What is shown belongs to the filter before. */
  readonly isOutdated: boolean
  readonly error: Error | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
}

interface ReadPage<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
  readonly total?: number | undefined
}

/** Key `[id, input, 'pages']`, so that what refreshes an endpoint refreshes its pages too. */
export function useHubPages<K extends PagedId>(id: K, input: HubInput<K>): PagedList<PagedItem<K>> {
  const found = useInfiniteQuery({
    queryKey: [id, input, 'pages'] as const,
    queryFn: async ({ pageParam, signal }) =>
      (await callHub(id, withCursor(input, pageParam), { signal })) as ReadPage<PagedItem<K>>,
    initialPageParam: null as string | null,
    getNextPageParam: (page: ReadPage<PagedItem<K>>) => page.next,
    placeholderData: (data, before) => (isSameThing(before?.queryKey[1], input) ? data : undefined),
  })
  const pages = found.data?.pages
  const rows = useMemo(() => (pages ?? []).flatMap(({ items }) => items), [pages])
  return {
    rows,
    total: pages?.[0]?.total ?? (found.hasNextPage || pages === undefined ? undefined : rows.length),
    isLoading: found.isPending,
    isOutdated: found.isPlaceholderData,
    error: found.error,
    hasMore: found.hasNextPage,
    isLoadingMore: found.isFetchingNextPage,
    loadMore: () => {
      if (found.hasNextPage && !found.isFetching) void found.fetchNextPage()
    },
    retry: () => void found.refetch(),
  }
}

function withCursor<K extends PagedId>(input: HubInput<K>, cursor: string | null): HubInput<K> {
  const { query } = input as { query?: object }
  return { ...input, query: { ...query, ...(cursor === null ? {} : { cursor }) } }
}
