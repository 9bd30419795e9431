import { useQueries } from '@tanstack/react-query'
import { hubQuery } from '../../api/hub-query.ts'

/** How many cases of each tag the chosen sets hold, a record for each set, in their order. */
export function useSetFacets(
  projectId: string,
  testSetIds: readonly string[],
): readonly Readonly<Record<string, number>>[] {
  const reads = useQueries({
    queries: testSetIds.map((testSetId) => hubQuery('countCases', { projectId, testSetId })),
  })
  return reads.map(({ data }) =>
    Object.fromEntries(
      (data?.facets['tag'] ?? data?.facets['tags'] ?? []).map(({ value, cases }) => [value, cases]),
    ),
  )
}
