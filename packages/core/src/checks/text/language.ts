import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { detectLanguage } from '../../languages/detect-language.ts'
import { functionWords } from '../../languages/function-words.data.ts'
import { fail, ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'

/** Languages that have a script of their own, or are taken for it. */
const scriptLanguages = ['ja', 'ko', 'zh', 'uk', 'ru', 'fa', 'ar', 'he', 'el', 'th', 'hi']
export const knownLanguages: readonly string[] = [
  ...Object.keys(functionWords),
  ...scriptLanguages,
].toSorted()

/** The text is written in the given language. */
export const languageCheck = defineCheck({
  id: 'language',
  kind: 'text',
  title: 'Language',
  measures:
    'Whether the text is in the given language, told by its script or by the function words of the language. Without `language`: that of the input.',
  limits:
    'A plain method: a text with fewer than five function words, or between near languages such as Danish and Norwegian, is not judged. A script stands for its commonest language: Bulgarian and Serbian read as ru, Urdu as ar or fa, Marathi and Nepali as hi.',
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
    if (language !== undefined && !knownLanguages.includes(language))
      return fail(
        createError('ASSAY-7011', {
          where: `language.language: ${language} cannot be told`,
          fix: `known: ${knownLanguages.join(', ')}`,
        }),
      )
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
