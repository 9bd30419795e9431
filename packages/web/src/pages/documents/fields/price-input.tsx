import { modelBodySchema } from '@assay/contracts/hub'
import { Checkbox, NumberInput } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../../texts/texts.ts'
import type { BodyInputProps } from './body-input-props.ts'

const free = { input: 0, cachedInput: null, output: 0 }

/** What a million tokens cost; none: not known, or none at all. */
export function PriceInput({ field, value, onChange, problem }: BodyInputProps): ReactElement {
  const price = modelBodySchema.shape.price.safeParse(value).data ?? null
  return (
    <fieldset className="plain-fieldset list-field">
      <legend className="list-field-legend">{field.label}</legend>
      <Checkbox
        label={t.fields.hasPrice}
        checked={price !== null}
        error={problem}
        onChange={(event) => onChange(event.currentTarget.checked ? free : null)}
      />
      {price !== null && (
        <div className="document-form-row">
          <NumberInput
            label={t.fields.priceInput}
            min={0}
            required
            value={price.input}
            onChange={(input) => onChange({ ...price, input: Number(input) })}
          />
          <NumberInput
            label={t.fields.priceCached}
            min={0}
            value={price.cachedInput ?? ''}
            onChange={(cached) =>
              onChange({ ...price, cachedInput: typeof cached === 'number' ? cached : null })
            }
          />
          <NumberInput
            label={t.fields.priceOutput}
            min={0}
            required
            value={price.output}
            onChange={(output) => onChange({ ...price, output: Number(output) })}
          />
        </div>
      )}
    </fieldset>
  )
}
