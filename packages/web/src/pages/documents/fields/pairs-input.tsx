import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { ListField } from '../../../components/list-field.tsx'
import * as t from '../../../texts/texts.ts'
import type { BodyInputProps } from './body-input-props.ts'

interface Pair {
  readonly name: string
  readonly text: string
}

/** Names with their values. `isText`: every value is a text; otherwise a number, yes or no are read as such. */
export function PairsInput(props: BodyInputProps & { readonly isText: boolean }): ReactElement {
  const { field, value, onChange, problem, isText } = props
  const [pairs, setPairs] = useState<Pair[]>(() =>
    Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([name, of]) => ({
      name,
      text: of === null ? 'null' : String(of),
    })),
  )
  const change = (next: Pair[]) => {
    setPairs(next)
    const named = next.filter(({ name }) => name.trim() !== '')
    onChange(Object.fromEntries(named.map(({ name, text }) => [name.trim(), isText ? text : toValue(text)])))
  }
  return (
    <ListField
      label={field.label}
      {...(field.hint !== undefined && { hint: field.hint })}
      items={pairs}
      onChange={change}
      make={() => ({ name: '', text: '' })}
      add={t.documents.addPair}
      remove={t.documents.removePair}
      removeWord={t.documents.remove}
      problem={problem}
      draw={(pair, set, index) => (
        <div className="document-form-pair">
          <TextInput
            aria-label={t.documents.pairOf(field.label, t.documents.pairName, index + 1)}
            placeholder={t.documents.pairName}
            value={pair.name}
            onChange={(event) => set({ ...pair, name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t.documents.pairOf(field.label, t.documents.pairValue, index + 1)}
            placeholder={t.documents.pairValue}
            value={pair.text}
            onChange={(event) => set({ ...pair, text: event.currentTarget.value })}
          />
        </div>
      )}
    />
  )
}

function toValue(text: string): string | number | boolean | null {
  const word = text.trim()
  if (word === 'true' || word === 'false') return word === 'true'
  if (word === 'null') return null
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(word) ? Number(word) : text
}
