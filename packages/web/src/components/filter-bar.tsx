import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useShortcuts } from '../keyboard/use-shortcuts.ts'
import * as t from '../texts/texts.ts'
import './filter-bar.css'

export interface TextFilter {
  readonly kind: 'text'
  /** Of the address: `?text=…`. */
  readonly name: string
  readonly label: string
  readonly placeholder?: string
}

export interface ChoiceFilter {
  readonly kind: 'choice'
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** A day: `2026-03-31`. */
export interface DayFilter {
  readonly kind: 'day'
  readonly name: string
  readonly label: string
}

type FilterValues = Readonly<Record<string, string | undefined>>

type Filter = TextFilter | ChoiceFilter | DayFilter

interface FilterBarProps {
  readonly filters: readonly Filter[]
  /** From the address. */
  readonly values: FilterValues
  /** Into the address; `undefined` takes a filter away. */
  readonly onChange: (change: FilterValues) => void
}

const typingMs = 250

/** Filters of a list in plain words, kept in the address. `/` goes to the first text field. */
export function FilterBar({ filters, values, onChange }: FilterBarProps): ReactElement {
  const bar = useRef<HTMLFormElement>(null)
  useShortcuts([
    {
      key: '/',
      does: t.frame.keyboard.search,
      run: () => {
        const field = bar.current?.querySelector<HTMLElement>('input, select')
        field?.focus()
        return field !== null && field !== undefined
      },
    },
  ])
  const isSet = filters.some(({ name }) => values[name] !== undefined)
  return (
    <form ref={bar} className="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
      {filters.map((filter) => (
        <FilterField
          key={filter.name}
          filter={filter}
          value={values[filter.name] ?? ''}
          onChange={(value) => onChange({ [filter.name]: value || undefined })}
        />
      ))}
      {isSet && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => onChange(Object.fromEntries(filters.map(({ name }) => [name, undefined])))}
        >
          {t.components.filters.clear}
        </Button>
      )}
    </form>
  )
}

interface FieldProps<Kind extends Filter> {
  readonly filter: Kind
  readonly value: string
  readonly onChange: (value: string) => void
}

function FilterField({ filter, value, onChange }: FieldProps<Filter>): ReactElement {
  if (filter.kind === 'text') return <TextField filter={filter} value={value} onChange={onChange} />
  if (filter.kind === 'choice')
    return (
      <NativeSelect
        size="xs"
        label={filter.label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: t.components.filters.any }, ...filter.options]}
      />
    )
  return (
    <TextInput
      size="xs"
      type="date"
      label={filter.label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Writes into the address when the typing pauses. */
function TextField({ filter, value, onChange }: FieldProps<TextFilter>): ReactElement {
  const [typed, setTyped] = useState(value)
  const send = useDebouncedCallback(onChange, typingMs)
  // The address may change by itself: back, a link, "clear".
  useEffect(() => setTyped(value), [value])
  return (
    <TextInput
      size="xs"
      label={filter.label}
      placeholder={filter.placeholder}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        send(event.currentTarget.value)
      }}
    />
  )
}
