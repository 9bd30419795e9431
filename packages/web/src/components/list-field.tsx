import { Button } from '@mantine/core'
import { useState, type ReactElement, type ReactNode } from 'react'
import './list-field.css'

interface ListFieldProps<Item> {
  readonly label: string
  readonly hint?: string
  readonly items: readonly Item[]
  readonly onChange: (items: Item[]) => void
  /** Draws one; `set` replaces it. */
  readonly draw: (item: Item, set: (item: Item) => void, index: number) => ReactNode
  readonly make: () => Item
  readonly add: string
  readonly remove: (number: number) => string
  readonly removeWord: string
  readonly problem?: string | undefined
  readonly isReadOnly?: boolean
}

/** A list in a form that grows and shrinks. Each item keeps its own fields when others leave. */
export function ListField<Item>(props: ListFieldProps<Item>): ReactElement {
  const { label, hint, items, onChange, draw, make, add, remove, removeWord, problem } = props
  const { isReadOnly = false } = props
  const [kept, setKept] = useState<Keys>({ keys: [], next: 0 })
  const { keys, next } = fit(kept, items.length)
  const without = (index: number) => {
    setKept({ keys: keys.filter((_, at) => at !== index), next })
    onChange(items.filter((_, at) => at !== index))
  }
  return (
    <fieldset className="plain-fieldset list-field">
      <legend className="list-field-legend">{label}</legend>
      {hint !== undefined && <div className="list-field-hint">{hint}</div>}
      {items.map((item, index) => (
        <div className="list-field-item" key={keys[index]}>
          <div>
            {draw(item, (set) => onChange(items.map((one, at) => (at === index ? set : one))), index)}
          </div>
          {!isReadOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={remove(index + 1)}
              onClick={() => without(index)}
            >
              {removeWord}
            </Button>
          )}
        </div>
      ))}
      {problem !== undefined && <div className="bad">{problem}</div>}
      {!isReadOnly && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setKept({ keys: [...keys, next], next: next + 1 })
              onChange([...items, make()])
            }}
          >
            {add}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

interface Keys {
  readonly keys: readonly number[]
  readonly next: number
}

/** Keys for so many items: at first, and where the whole list was replaced. */
function fit({ keys, next }: Keys, count: number): Keys {
  if (keys.length === count) return { keys, next }
  const fresh = Array.from({ length: count }, (_, index) => keys[index] ?? next + index)
  return { keys: fresh, next: next + count }
}
