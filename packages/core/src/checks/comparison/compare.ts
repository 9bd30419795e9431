import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { comparisonShape, decideComparison } from './decide-comparison.ts'
import { otherShape, readOther } from './read-other.ts'

/** A part of the case stands in a relation to a constant or to another part. */
export const compareCheck = defineCheck({
  id: 'compare',
  kind: 'comparison',
  title: 'Compare',
  measures:
    'Whether the part stands in the relation to a constant (`to`) or to another part of the case (`toPath`): as numbers with a tolerance, dates, or text. Truth values, lists and objects are equal or not.',
  limits:
    'A text with several numbers, a date such as 3/4/2024 or a time without its zone is not judged: nothing is guessed. Numbers are read the English way: in 1,250 the comma groups thousands, in 1.250 the point is decimal. Units are not converted. Text is ordered by its code units, and only where it holds no digit or `as: text` is set.',
  reads: ['answer'],
  cost: 'none',
  parameters: z.strictObject({ ...otherShape, ...comparisonShape }),
  examples: [
    { case: { answer: 'The limit is 30 s.' }, parameters: { to: 30 }, outcome: 'pass' },
    { case: { answer: '29.99' }, parameters: { to: 30, tolerance: 0.05 }, outcome: 'pass' },
    { case: { answer: '1,250 EUR' }, parameters: { to: 1000, operator: 'at-most' }, outcome: 'fail' },
    {
      case: { answer: '12 May 2024' },
      parameters: { to: '2024-06-01', operator: 'less', as: 'date' },
      outcome: 'pass',
    },
    { case: { answer: '7', reference: '7' }, parameters: { toPath: '$.reference' }, outcome: 'pass' },
    { case: { answer: '72 %' }, parameters: { to: [70, 80], operator: 'between' }, outcome: 'pass' },
    { case: { answer: 'between 5 and 7' }, parameters: { to: 6, as: 'number' }, outcome: 'not-judged' },
  ],
  prepare(parameters) {
    const other = readOther('compare', parameters)
    if (!other.ok) return other
    return ok({
      run({ value, case: checkCase }) {
        const read = other.value(checkCase)
        if (!read.ok) return read
        const right = read.value
        if (right === undefined)
          return { outcome: 'not-applicable', reason: 'there is nothing to compare with' }
        const holds = decideComparison(value, right, parameters)
        const words = `${show(value)} ${parameters.operator.replaceAll('-', ' ')} ${show(right)}`
        if (holds === null)
          return { outcome: 'not-judged', reason: `${words} cannot be read without guessing` }
        return { outcome: holds ? 'pass' : 'fail', reason: holds ? words : `not so: ${words}` }
      },
    })
  },
})

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? ''
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
