import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { comparisonParameters, normaliseForComparison } from './normalise-for-comparison.ts'

const phrases = z.union([z.string().transform((text) => [text]), z.array(z.string()).min(1)])

/** All or any of some phrases stand in the text. */
export const containsCheck = defineCheck({
  id: 'contains',
  kind: 'text',
  title: 'Contains',
  measures:
    'Whether the text holds the given phrases, letter by letter. With `need: all` the score is the share found.',
  limits: 'It sees letters, not meaning: "not 30 s" contains "30 s".',
  reads: ['answer'],
  cost: 'none',
  parameters: z.strictObject({
    phrases: phrases.describe('One phrase, or a list'),
    need: z.enum(['all', 'any']).default('all').describe('How many of them must be there'),
    ...comparisonParameters,
  }),
  examples: [
    { case: { answer: 'The limit is 1 MiB.' }, parameters: { phrases: '1 MiB' }, outcome: 'pass', score: 1 },
    {
      case: { answer: 'Basic and Team.' },
      parameters: { phrases: ['basic', 'Enterprise'], ignoreCase: true },
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { answer: 'Basic and Team.' },
      parameters: { phrases: ['Basic', 'Enterprise'], need: 'any' },
      outcome: 'pass',
    },
    { case: {}, parameters: { phrases: 'a' }, outcome: 'not-applicable' },
  ],
  prepare(parameters) {
    const wanted = parameters.phrases.map((phrase) => normaliseForComparison(phrase, parameters))
    return ok({
      run({ text }) {
        const read = normaliseForComparison(text, parameters)
        const missing = parameters.phrases.filter((_, index) => !read.includes(wanted[index] ?? ''))
        const found = parameters.phrases.length - missing.length
        const isPass = parameters.need === 'all' ? missing.length === 0 : found > 0
        const score = parameters.need === 'all' ? found / wanted.length : Number(isPass)
        const reason =
          missing.length === 0
            ? 'all phrases are there'
            : `missing: ${missing.map((each) => JSON.stringify(each)).join(', ')}`
        return { outcome: isPass ? 'pass' : 'fail', score, reason }
      },
    })
  },
})
