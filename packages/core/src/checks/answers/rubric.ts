import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { checkRubricPrompt } from '../../prompts/check-rubric.data.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge, modelParameter, type Asking } from './ask-judge.ts'
import { answerTexts, isEmptyText, labelTexts, maxAnswerLength, questionTexts } from './case-texts.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'

const parameters = {
  criterion: 'Tone towards an upset customer',
  levels: [
    { score: 1, description: 'Blames or ignores the customer.' },
    { score: 2, description: 'Polite, without a word on the trouble.' },
    { score: 3, description: 'Names the trouble and apologises.' },
  ],
}

/** Which of described levels the answer reaches. */
export const rubricCheck = defineCheck({
  id: 'rubric',
  kind: 'answer',
  title: 'Rubric',
  measures:
    'The level of your rubric whose description fits the answer best. The score is the number you gave the level. One call; the case’s reference is shown where there is one.',
  limits:
    'Levels that differ only in degree ("good", "very good") are graded by taste. It passes from the middle of the scale, a starting value of ours, unless `passFrom` or a threshold says otherwise.',
  reads: ['answer'],
  cost: 'model calls',
  better: 'higher',
  parameters: z.strictObject({
    criterion: z.string().trim().min(1).describe('What is graded, in a few words'),
    levels: z
      .array(z.strictObject({ score: z.number(), description: z.string().trim().min(1) }))
      .min(2)
      .max(10)
      .describe('The levels: the score of each and what an answer of that level is like'),
    passFrom: z.number().optional().describe('Score from which it passes; default: the middle of the scale'),
    model: modelParameter,
  }),
  examples: [
    {
      case: { answer: 'I am sorry that your order came late.' },
      parameters,
      modelReplies: [{ reason: 'It names the delay and apologises.', quote: 'I am sorry', level: 'l3' }],
      outcome: 'pass',
      score: 3,
    },
    {
      case: { answer: 'You should have ordered earlier.' },
      parameters,
      modelReplies: [{ reason: 'It blames the customer.', quote: 'You should have', level: 'l1' }],
      outcome: 'fail',
      score: 1,
    },
    {
      case: { answer: 'Fine.' },
      parameters,
      modelReplies: [{ reason: 'It says too little.', quote: '', level: 'unclear' }],
      outcome: 'not-judged',
    },
    { case: { answer: '' }, parameters, outcome: 'fail', score: 1 },
  ],
  prepare({ criterion, levels, passFrom, model }) {
    const scores = levels.map(({ score }) => score)
    if (new Set(scores).size !== scores.length)
      return fail(
        createError('ASSAY-7011', {
          where: 'rubric.levels',
          message: 'Two levels have one score',
          fix: 'give each level its own score',
        }),
      )
    const low = Math.min(...scores)
    const limit = passFrom ?? (low + Math.max(...scores)) / 2
    return ok({
      async run(each, ports): Promise<Result<Finding>> {
        if (isEmptyText(each.text)) return ok({ outcome: 'fail', score: low, reason: 'the answer is empty' })
        return grade({ check: 'rubric', model, ports }, each, { criterion, levels, limit })
      },
    })
  },
})

interface Rubric {
  readonly criterion: string
  readonly levels: readonly { readonly score: number; readonly description: string }[]
  readonly limit: number
}

async function grade(asking: Asking, each: CheckInput, rubric: Rubric): Promise<Result<Finding>> {
  const { criterion, limit } = rubric
  const text = each.text.slice(0, maxAnswerLength)
  const levels = rubric.levels.toSorted((a, b) => a.score - b.score)
  const labels = levels.map((_, index) => `l${index + 1}`)
  const isLoose = (quote: string): boolean => quote.trim() !== '' && locateQuote(quote, text) === null
  const asked = await askJudge(
    asking,
    checkRubricPrompt,
    {
      criterion,
      levels: levels
        .map(({ score, description }, index) => `l${index + 1} (${score}): ${description}`)
        .join('\n'),
      question: questionTexts(each.case),
      reference: labelTexts('reference-', each.references),
      answer: answerTexts(text),
    },
    {
      check: ({ quote, level }, ask) => {
        if (level !== 'unclear' && !labels.includes(level))
          return `level: it must be one of ${labels.join(', ')}`
        return ask === 1 && isLoose(quote) ? 'quote: these words do not stand in the answer' : null
      },
    },
  )
  if (!asked.ok) return asked
  const { quote, level, reason } = asked.value
  const reached = levels[labels.indexOf(level)]
  if (reached === undefined)
    return ok({ outcome: 'not-judged', reason: `no level fits for sure: ${reason.trim()}` })
  if (isLoose(quote))
    return ok({ outcome: 'not-judged', reason: 'the words that decide do not stand in the answer' })
  const span = locateQuote(quote, text)
  return ok({
    outcome: reached.score >= limit ? 'pass' : 'fail',
    score: reached.score,
    reason: `${criterion}: ${reached.score} of ${levels.at(-1)?.score}, ${reason.trim()}`,
    spans: span === null ? [] : [{ ...span, label: 'decides' }],
  })
}
