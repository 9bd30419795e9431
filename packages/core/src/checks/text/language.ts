import * as z from 'zod'
import { detectLanguage } from '../../languages/detect-language.ts'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'

/** The text is written in the given language. */
export const languageCheck = defineCheck({
  id: 'language',
  kind: 'text',
  title: 'Language',
  measures:
    'Whether the text is in the given language, told by its script or its function words. Without `language`: that of the input.',
  limits: 'A text of a few words without function words does not tell its language: not judged.',
  reads: ['answer'],
  cost: 'none',
  parameters: z.strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2}$/, 'expected an ISO 639-1 code such as "de"')
      .optional()
      .describe('ISO 639-1 code; default: the language of the input'),
  }),
  examples: [
    {
      case: { answer: 'Die Frist beträgt dreißig Tage, und sie beginnt mit dem Tag der Rechnung.' },
      parameters: { language: 'de' },
      outcome: 'pass',
    },
    {
      case: {
        input: 'Wie lange ist die Frist, und wann beginnt sie für mich?',
        answer: 'The period is thirty days, and it starts on the day of the invoice.',
      },
      outcome: 'fail',
    },
    { case: { answer: '30 s' }, parameters: { language: 'en' }, outcome: 'not-judged' },
  ],
  prepare({ language }) {
    return ok({
      run({ text, case: { input } }) {
        const wanted = language ?? (input === undefined ? null : detectLanguage(input))
        if (wanted === null)
          return { outcome: 'not-judged', reason: 'the language of the input could not be told' }
        const found = detectLanguage(text)
        if (found === null)
          return { outcome: 'not-judged', reason: 'the text is too short to tell its language' }
        return { outcome: found === wanted ? 'pass' : 'fail', reason: `it is in ${found}, wanted ${wanted}` }
      },
    })
  },
})
