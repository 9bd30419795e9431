import { Checkbox, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import './choice-list.css'

interface Choice {
  readonly value: string
  readonly label: string
  /** Said beside the label. */
  readonly detail?: string
}

interface ChoiceListProps {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
  /** Said where there is nothing to choose from. */
  readonly none: string
  /** Label of the field that finds among many. */
  readonly find: string
  readonly problem?: string | undefined
}

/** So many stand at once without a field to find one. */
const few = 8

/** Some of several things, each with a box of its own: works by touch and by key alike. */
export function ChoiceList(props: ChoiceListProps): ReactElement {
  const { label, hint, choices, chosen, onChange, none, find, problem } = props
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const shown = choices.filter(
    ({ value, label: name }) => chosen.includes(value) || name.toLowerCase().includes(wanted),
  )
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <fieldset className="plain-fieldset choice-list">
      <legend className="choice-list-legend">{label}</legend>
      {hint !== undefined && <div className="quiet choice-list-hint">{hint}</div>}
      {choices.length > few && (
        <TextInput
          size="xs"
          aria-label={find}
          placeholder={find}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {choices.length === 0 && <div className="quiet">{none}</div>}
      <div className="choice-list-choices">
        {shown.map(({ value, label: name, detail }) => (
          <Checkbox
            key={value}
            label={name}
            {...(detail === undefined ? {} : { description: detail })}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
        ))}
      </div>
      {problem !== undefined && (
        <div className="bad" role="alert">
          {problem}
        </div>
      )}
    </fieldset>
  )
}
