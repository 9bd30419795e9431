import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { FilterBar, type ChoiceFilter } from '../../components/filter-bar.tsx'
import * as t from '../../texts/texts.ts'
import type { CaseSearch } from './case-filter.ts'

interface CaseFilterBarProps {
  readonly projectId: string
  readonly testSetId: string
  readonly search: CaseSearch
  readonly onChange: (change: object) => void
}

const choices = [
  { name: 'status', label: t.testSets.status, words: t.testSets.statuses },
  { name: 'type', label: t.testSets.type, words: t.testSets.types },
  { name: 'topic', label: t.testSets.topic, words: {} },
  { name: 'tag', label: t.testSets.tag, words: {} },
  { name: 'language', label: t.testSets.language, words: {} },
] as const

/** Filters of the cases; each value with how many cases have it. */
export function CaseFilterBar({ projectId, testSetId, search, onChange }: CaseFilterBarProps): ReactElement {
  const facets = useHub('countCases', { projectId, testSetId }).data?.facets ?? {}
  const { version: _, ...values } = search
  return (
    <FilterBar
      filters={[
        {
          kind: 'text',
          name: 'text',
          label: t.testSets.search,
          placeholder: t.testSets.searchPlaceholder,
        },
        ...choices.flatMap(({ name, label, words }): ChoiceFilter[] => {
          const options = toOptions(facets[name] ?? [], words, search[name])
          // A choice of one is none.
          return options.length > 1 || search[name] !== undefined
            ? [{ kind: 'choice', name, label, options }]
            : []
        }),
      ]}
      values={{ ...values }}
      onChange={onChange}
    />
  )
}

type Facet = readonly { readonly value: string; readonly cases: number }[]

/** The chosen value stays to be seen although no case has it any more. */
function toOptions(facet: Facet, words: Readonly<Record<string, string>>, chosen: string | undefined) {
  const isListed = chosen === undefined || facet.some(({ value }) => value === chosen)
  return [...facet, ...(isListed ? [] : [{ value: chosen, cases: 0 }])].map(({ value, cases }) => ({
    value,
    label: t.testSets.facet(words[value] ?? value, cases),
  }))
}
