import { caseResultSchema, type Component, type EvaluationSummary } from '@assay/contracts'
import { componentWords, formatCount, outcomeWords } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { FilterBar, type ChoiceFilter, type TextFilter } from '../../components/filter-bar.tsx'
import * as t from '../../texts/texts.ts'
import type { ResultFilter } from './result-filter.ts'
import type { Slice } from './words/slice-words.ts'

interface ResultFiltersProps {
  readonly filter: ResultFilter
  readonly summary: Omit<EvaluationSummary, 'cases'> | null
  readonly onChange: (change: ResultFilter) => void
}

/** Filters of the results: of each kind only what occurs, with how often. */
export function ResultFilters({ filter, summary, onChange }: ResultFiltersProps): ReactElement {
  const { passed, hidden, ...texts } = filter
  return (
    <FilterBar
      filters={toFilters(filter, summary)}
      values={{
        ...texts,
        ...(passed === undefined ? {} : { passed: String(passed) }),
        ...(hidden === true ? { hidden: 'true' } : {}),
      }}
      onChange={(change) => onChange(toFilter(change))}
    />
  )
}

/** Flags of the address are flags again. */
const toFilter = (change: Readonly<Record<string, string | undefined>>): ResultFilter =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      (name === 'passed' || name === 'hidden') && value !== undefined ? value === 'true' : value,
    ]),
  )

const words = t.evaluations.results

const fixed: readonly (TextFilter | ChoiceFilter)[] = [
  { kind: 'text', name: 'text', label: words.words, placeholder: words.wordsHint },
  {
    kind: 'choice',
    name: 'passed',
    label: words.passed,
    options: [
      { value: 'false', label: words.passes.false },
      { value: 'true', label: words.passes.true },
    ],
  },
  {
    kind: 'choice',
    name: 'outcome',
    label: words.outcome,
    options: caseResultSchema.shape.outcome.options.map((value) => ({ value, label: outcomeWords[value] })),
  },
]

function toFilters(
  filter: ResultFilter,
  summary: ResultFiltersProps['summary'],
): readonly (TextFilter | ChoiceFilter)[] {
  const bySlice = (summary?.slices ?? []).flatMap((slice) => toSliceFilter(slice, filter))
  const causes = summary?.attribution.map(({ component, cases }) => ({
    value: component,
    label: `${componentWords[component].label} (${formatCount(cases)})`,
  }))
  const checks = summary?.checks.map(({ name }) => ({ value: name, label: name }))
  return [
    ...fixed,
    ...bySlice,
    ...toChoice({ name: 'component', label: words.cause, options: causes ?? [] }, filter.component),
    ...toChoice({ name: 'check', label: words.check, options: checks ?? [] }, filter.check),
    {
      kind: 'choice',
      name: 'hidden',
      label: words.hidden,
      options: [{ value: 'true', label: words.hiddenOnly }],
    },
  ]
}

const isComponent = (value: string): value is Component => value in componentWords

const nameValue = (value: string): string => (isComponent(value) ? componentWords[value].label : value)

/** A filter that would hold one value only is left out, unless the address sets it. */
function toSliceFilter({ by, rows }: Slice, filter: ResultFilter): readonly ChoiceFilter[] {
  const options = rows
    .toSorted((a, b) => b.cases - a.cases)
    .map(({ value, cases }) => ({ value, label: `${value} (${formatCount(cases)})` }))
  return options.length < 2 ? [] : toChoice({ name: by, label: words[by], options }, filter[by])
}

/** What the address asks for may be chosen, even where no case has it. */
function toChoice(
  { name, label, options }: Omit<ChoiceFilter, 'kind'>,
  value: string | undefined,
): readonly ChoiceFilter[] {
  const isKnown = value === undefined || options.some((option) => option.value === value)
  const all = isKnown ? options : [...options, { value, label: nameValue(value) }]
  return all.length === 0 ? [] : [{ kind: 'choice', name, label, options: all }]
}
