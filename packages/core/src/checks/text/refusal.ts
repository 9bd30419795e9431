import * as z from 'zod'
import { detectLanguage } from '../../languages/detect-language.ts'
import { findRefusal } from '../../judging/rules/refusal.ts'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'

/** Fails where the text declines to answer. */
export const refusalCheck = defineCheck({
  id: 'refusal',
  kind: 'text',
  title: 'Refusal',
  measures:
    'Whether the text declines: that it will not (policy) or cannot (not known) answer, or is empty. It fails where it finds a refusal; with `not`, where there is none. A refusal followed by an answer is one only with `partly`.',
  limits:
    'English wordings: a text told to be in another language is not judged. It reads first-person statements and statements about the source of knowledge.',
  reads: ['answer'],
  cost: 'none',
  better: 'lower',
  threshold: 0.5,
  parameters: z.strictObject({
    partly: z.boolean().default(false).describe('An answer that declines in part is a refusal too'),
  }),
  examples: [
    { case: { answer: 'The default is 30 s.' }, outcome: 'pass', score: 0 },
    { case: { answer: "I'm sorry, but I cannot help with that." }, outcome: 'fail', score: 1 },
    { case: { answer: 'The documentation does not mention it.' }, use: { not: true }, outcome: 'pass' },
    { case: { answer: 'I am not sure, but it is 30 s.' }, outcome: 'pass' },
    { case: { answer: 'I am not sure, but it is 30 s.' }, parameters: { partly: true }, outcome: 'fail' },
    {
      case: { answer: 'Dabei kann ich leider nicht helfen, denn das ist mir in diesem Fall nicht erlaubt.' },
      outcome: 'not-judged',
    },
  ],
  prepare({ partly }) {
    return ok({
      run({ text }) {
        const refusal = findRefusal(text)
        const language = refusal === null ? detectLanguage(text) : null
        if (language !== null && language !== 'en')
          return { outcome: 'not-judged', reason: `it is in ${language}; refusals are known in English` }
        if (refusal === null || (refusal.rest.length > 0 && !partly))
          return { outcome: 'score', score: 0, reason: 'no refusal was found' }
        const [start, end] = refusal.span
        const reason =
          refusal.kind === 'empty'
            ? 'it says nothing'
            : `it declines: ${JSON.stringify(text.slice(start, end))}`
        return { outcome: 'score', score: 1, reason, spans: [{ start, end, label: refusal.kind }] }
      },
    })
  },
})
