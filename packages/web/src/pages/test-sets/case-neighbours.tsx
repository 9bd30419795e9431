import type { CaseRow } from '@assay/contracts/hub'
import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { ButtonLink } from '../../components/router-links.tsx'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import { toCaseSearch, toListInput, type CaseSearch } from './case-filter.ts'
import type { CasePlace } from './case-place.ts'

interface CaseNeighboursProps {
  readonly place: CasePlace
  readonly search: CaseSearch
}

const to = '/projects/$projectId/test-sets/$testSetId/cases/$caseId'

/** The way to the cases before and after this one in the list it was opened from: `j` and `k`. */
export function CaseNeighbours({ place, search }: CaseNeighboursProps): ReactElement | null {
  const navigate = useNavigate()
  const { next, previous } = useNeighbours(place, search)
  const open = (caseId: string | undefined) => {
    if (caseId === undefined) return false
    void navigate({ to, params: { ...place, caseId }, search })
    return true
  }
  useShortcuts([
    { key: 'j', does: t.testSets.keys.next, run: () => open(next) },
    { key: 'k', does: t.testSets.keys.previous, run: () => open(previous) },
    {
      key: 'u',
      does: t.testSets.keys.back,
      run: () => void navigate({ to: '/projects/$projectId/test-sets/$testSetId', params: place, search }),
    },
  ])
  if (next === undefined && previous === undefined) return null
  return (
    <>
      {previous !== undefined && (
        <ButtonLink to={to} params={{ ...place, caseId: previous }} search={search} variant="default">
          {t.testSets.previous}
        </ButtonLink>
      )}
      {next !== undefined && (
        <ButtonLink to={to} params={{ ...place, caseId: next }} search={search} variant="default">
          {t.testSets.next}
        </ButtonLink>
      )}
    </>
  )
}

interface Neighbours {
  readonly next: string | undefined
  readonly previous: string | undefined
}

/** Of what the list has loaded; nothing is read for it. */
function useNeighbours({ projectId, testSetId, caseId }: CasePlace, search: CaseSearch): Neighbours {
  const client = useQueryClient()
  const input = toListInput({ projectId, id: testSetId }, toCaseSearch(search))
  const pages = client.getQueryData<InfiniteData<{ readonly items: readonly CaseRow[] }>>([
    'listCases',
    input,
    'pages',
  ])
  const ids = (pages?.pages ?? []).flatMap(({ items }) => items.map(({ id }) => id))
  const at = ids.indexOf(caseId)
  return at === -1 ? { next: undefined, previous: undefined } : { next: ids[at + 1], previous: ids[at - 1] }
}
