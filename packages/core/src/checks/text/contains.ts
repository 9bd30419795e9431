import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import {
  comparisonParameters,
  locatePhrase,
  normaliseForComparison,
  normalisePhrases,
  phrasesParameter,
} from './normalise-for-comparison.ts'

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
    phrases: phrasesParameter.describe('One phrase, or a list'),
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
    const { phrases, need } = parameters
    const normalised = normalisePhrases('contains', phrases, parameters)
    if (!normalised.ok) return normalised
    const wanted = normalised.value
    return ok({
      run({ text }) {
        const read = normaliseForComparison(text, parameters)
        const isThere = wanted.map((phrase) => read.includes(phrase))
        const found = phrases.filter((_, index) => isThere[index])
        const missing = phrases.filter((_, index) => !isThere[index])
        const isPass = need === 'all' ? missing.length === 0 : found.length > 0
        return {
          outcome: isPass ? 'pass' : 'fail',
          score: need === 'all' ? found.length / phrases.length : Number(isPass),
          reason: isPass ? `found: ${quoteAll(found)}` : `missing: ${quoteAll(missing)}`,
          spans: found
            .map((phrase) => locatePhrase(text, phrase.trim() === '' ? phrase : phrase.trim(), parameters))
            .filter((span) => span !== null),
        }
      },
    })
  },
})

const quoteAll = (phrases: readonly string[]): string =>
  phrases.map((phrase) => JSON.stringify(phrase)).join(', ')
