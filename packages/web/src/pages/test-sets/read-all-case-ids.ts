import type { HubTestSet } from '@assay/contracts/hub'
import { callHub } from '../../api/call-hub.ts'
import { toListInput, type CaseSearch } from './case-filter.ts'

/** The hub's largest page. */
const largestPage = 500

/** Ids of all cases that fit the filter; `onFound` hears how many there are so far. */
export async function readAllCaseIds(
  testSet: Pick<HubTestSet, 'projectId' | 'id'>,
  search: CaseSearch,
  onFound: (count: number) => void,
): Promise<readonly string[]> {
  const input = toListInput(testSet, search)
  const ids: string[] = []
  let cursor: string | undefined
  do {
    // Each page is known by the one before.
    // oxlint-disable-next-line no-await-in-loop
    const page = await callHub('listCases', {
      ...input,
      query: { ...input.query, limit: largestPage, cursor },
    })
    ids.push(...page.items.map(({ id }) => id))
    onFound(ids.length)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return ids
}
