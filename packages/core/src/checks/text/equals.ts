import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { comparisonParameters, normaliseForComparison } from './normalise-for-comparison.ts'

const expected = z.union([z.string().transform((text) => [text]), z.array(z.string()).min(1)])

/** The whole text is one of the expected ones. */
export const equalsCheck = defineCheck({
  id: 'equals',
  kind: 'text',
  title: 'Equals',
  measures:
    'Whether the whole text is the expected one, or one of several; without `expected`, one of the references.',
  limits: 'One more full stop makes it fail: for free answers use `exact-match` or `contains`.',
  reads: ['answer'],
  cost: 'none',
  parameters: z.strictObject({
    expected: expected.optional().describe('One text, or a list of right ones; default: the references'),
    ...comparisonParameters,
  }),
  examples: [
    { case: { answer: 'Paris' }, parameters: { expected: 'Paris' }, outcome: 'pass', score: 1 },
    {
      case: { answer: 'paris ' },
      parameters: { expected: ['Paris', 'Lyon'], ignoreCase: true },
      outcome: 'pass',
    },
    { case: { answer: 'Paris.' }, parameters: { expected: 'Paris' }, outcome: 'fail' },
    { case: { answer: 'Paris', reference: 'Paris' }, outcome: 'pass' },
    { case: { answer: 'Paris' }, outcome: 'not-applicable' },
  ],
  prepare(parameters) {
    return ok({
      run({ text, references }) {
        const wanted = parameters.expected ?? references
        if (wanted.length === 0) return { outcome: 'not-applicable', reason: 'the case has no reference' }
        const read = normaliseForComparison(text, parameters)
        const isEqual = wanted.some((each) => normaliseForComparison(each, parameters) === read)
        return isEqual
          ? { outcome: 'pass', reason: 'it is the expected text' }
          : { outcome: 'fail', reason: `expected ${wanted.map((each) => JSON.stringify(each)).join(' or ')}` }
      },
    })
  },
})
