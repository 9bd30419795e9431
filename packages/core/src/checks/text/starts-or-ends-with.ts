import * as z from 'zod'
import { ok } from '../../result.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import {
  comparisonParameters,
  normaliseForComparison,
  normalisePhrases,
  phrasesParameter,
} from './normalise-for-comparison.ts'

/** The text begins (or ends) with one of some phrases. */
function createEndCheck(end: 'starts' | 'ends'): Check {
  const first = end === 'starts'
  return defineCheck({
    id: `${end}-with`,
    kind: 'text',
    title: first ? 'Starts with' : 'Ends with',
    measures: `Whether the text ${end} with the phrase, or with one of several.`,
    reads: ['answer'],
    cost: 'none',
    parameters: z.strictObject({
      phrases: phrasesParameter.describe('One phrase, or a list of which one must stand there'),
      ...comparisonParameters,
    }),
    examples: [
      {
        case: { answer: first ? 'Yes, it is.' : 'It is 30 s' },
        parameters: { phrases: first ? 'Yes' : '30 s' },
        outcome: 'pass',
      },
      { case: { answer: 'No.' }, parameters: { phrases: ['Yes', 'Maybe'] }, outcome: 'fail' },
    ],
    prepare(parameters) {
      const wanted = normalisePhrases(`${end}-with`, parameters.phrases, parameters)
      if (!wanted.ok) return wanted
      return ok({
        run({ text }) {
          const read = normaliseForComparison(text, parameters)
          const found = wanted.value.some((phrase) =>
            first ? read.startsWith(phrase) : read.endsWith(phrase),
          )
          const names = parameters.phrases.map((each) => JSON.stringify(each)).join(' or ')
          return {
            outcome: found ? 'pass' : 'fail',
            reason: `it ${found ? end : `does not ${end.slice(0, -1)}`} with ${names}`,
          }
        },
      })
    },
  })
}

export const startsWithCheck = createEndCheck('starts')
export const endsWithCheck = createEndCheck('ends')
