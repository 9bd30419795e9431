import * as z from 'zod'
import { checkGEvalStepsPrompt } from '../../prompts/check-g-eval-steps.data.ts'
import { checkGEvalPrompt } from '../../prompts/check-g-eval.data.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge, askJudgeForReply, modelParameter, type Asking } from './ask-judge.ts'
import {
  answerTexts,
  contextTexts,
  isEmptyText,
  labelTexts,
  maxAnswerLength,
  questionTexts,
} from './case-texts.ts'
import { weighScores } from './weigh-scores.ts'

const parameters = { criteria: 'The answer is easy to follow for a beginner.' }
const steps = { steps: ['Look for terms that are not explained.', 'Look at the order of the steps.'] }
const score = (value: number) => ({ reason: 'Both steps were taken.', score: value })

const partNames = {
  input: 'the question with the conversation before it',
  answer: 'the answer',
  reference: 'a right answer',
  contexts: 'the passages that were retrieved',
} as const
type PartName = keyof typeof partNames

/** How well the answer meets a criterion, by the mean of several scores. */
export const gEvalCheck = defineCheck({
  id: 'g-eval',
  kind: 'answer',
  title: 'G-Eval',
  measures:
    'A model turns your criterion into steps, once for all cases, and scores the answer by them from 1 to `highest`, and each score counts by its probability; their mean m is put on 0 to 1 as (m − 1) / (highest − 1) (Liu et al. 2023). Where the provider tells how probable the other scores were, one call is enough; else `samples` scores are drawn and averaged, one call each.',
  limits:
    'Scores of a vague criterion swing: prefer rubric or rules where levels or rules can be written down. Scores are asked for at temperature 1, a single sample at 0. Probabilities are told by OpenAI, Azure and compatible servers that send `logprobs`; a `highest` of 10 is always sampled, since its digits are two tokens on some models. The threshold of 0.5 is a starting value of ours.',
  reads: ['answer'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.5,
  parameters: z.strictObject({
    criteria: z.string().trim().min(1).describe('What a good answer is like, in a sentence or two'),
    steps: z
      .array(z.string().trim().min(1))
      .min(1)
      .optional()
      .describe('The steps of judging; default: a model makes them of the criterion'),
    show: z
      .array(z.enum(['input', 'answer', 'reference', 'contexts']))
      .min(1)
      .default(['input', 'answer'])
      .describe('What the model sees of the case'),
    highest: z.number().int().min(2).max(10).default(5).describe('The best score; the worst is 1'),
    samples: z
      .number()
      .int()
      .min(1)
      .max(20)
      .default(3)
      .describe('Scores drawn and averaged where no probabilities are told'),
    model: modelParameter,
  }),
  examples: [
    {
      case: { answer: 'First install it, then start it.' },
      parameters: { ...parameters, show: ['answer'] },
      modelReplies: [steps, score(5), score(4), score(5)],
      outcome: 'pass',
      score: 11 / 12,
    },
    {
      case: { answer: 'Use the CRD with a CEL rule.' },
      parameters: { ...parameters, ...steps, show: ['answer'], samples: 1 },
      modelReplies: [score(1)],
      outcome: 'fail',
      score: 0,
    },
    { case: { answer: '' }, parameters: { ...parameters, show: ['answer'] }, outcome: 'fail', score: 0 },
    { case: { answer: 'First install it.' }, parameters, outcome: 'not-applicable' },
  ],
  prepare({ criteria, steps: given, show, highest, samples, model }) {
    const named = [...new Set(show)]
    const findSteps = given === undefined ? rememberSteps(criteria, named) : async () => ok(given)
    return ok({
      async run(each, ports): Promise<Result<Finding>> {
        const absent = named.find((part) => partTexts(each, part).length === 0)
        if (absent !== undefined)
          return ok({ outcome: 'not-applicable', reason: `the case has no ${absent}` })
        if (isEmptyText(each.text)) return ok({ outcome: 'score', score: 0, reason: 'the answer is empty' })
        const asking = { check: 'g-eval', model, ports }
        const taken = await findSteps(asking)
        if (!taken.ok) return taken
        const parts = named.flatMap((part) => partTexts(each, part))
        return sampleScores(asking, parts, { criteria, steps: taken.value, highest, samples })
      },
    })
  },
})

function partTexts({ case: checkCase, text, references }: CheckInput, part: PartName): readonly FencedText[] {
  switch (part) {
    case 'input':
      return checkCase.input === undefined ? [] : questionTexts(checkCase)
    case 'answer':
      return answerTexts(text.slice(0, maxAnswerLength))
    case 'reference':
      return labelTexts('reference-', references)
    case 'contexts':
      return contextTexts(checkCase)
  }
}

/** All cases are judged by the same steps: they are made once for each model. What failed is tried again by the next case. */
function rememberSteps(criteria: string, show: readonly PartName[]) {
  const made = new Map<string, Promise<Result<readonly string[]>>>()
  return async (asking: Asking): Promise<Result<readonly string[]>> => {
    const id = asking.ports.model(asking.model)?.id ?? ''
    const making = made.get(id) ?? makeSteps(asking, criteria, show)
    made.set(id, making)
    const steps = await making
    if (!steps.ok && made.get(id) === making) made.delete(id)
    return steps
  }
}

async function makeSteps(
  asking: Asking,
  criteria: string,
  show: readonly PartName[],
): Promise<Result<readonly string[]>> {
  const asked = await askJudge(
    asking,
    checkGEvalStepsPrompt,
    {
      criteria: [{ label: 'criterion', text: criteria }],
      parts: show.map((part) => partNames[part]).join('; '),
    },
    {
      check: ({ steps: written }) =>
        written.some((step) => !isEmptyText(step)) ? null : 'steps: there are none',
    },
  )
  return asked.ok ? ok(asked.value.steps.filter((step) => !isEmptyText(step))) : asked
}

interface Scale {
  readonly criteria: string
  readonly steps: readonly string[]
  readonly highest: number
  readonly samples: number
}

async function sampleScores(
  asking: Asking,
  parts: readonly FencedText[],
  { criteria, steps: taken, highest, samples }: Scale,
): Promise<Result<Finding>> {
  const values = {
    criteria,
    steps: taken.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    highest: String(highest),
    parts,
  }
  const check = ({ score: value }: { readonly score: number }): string | null =>
    Number.isInteger(value) && value >= 1 && value <= highest
      ? null
      : `score: it must be a whole number from 1 to ${highest}`
  const draw = (repeat: number) =>
    askJudgeForReply(asking, checkGEvalPrompt, values, {
      temperature: samples === 1 ? 0 : 1,
      repeat,
      check,
      numberProbabilities: highest <= 9,
    })
  const first = await draw(0)
  if (!first.ok) return first
  const weighed = weighScores(first.value.reply, highest)
  if (weighed !== null) return ok(toFinding([first.value.value], highest, weighed))
  const others = await Promise.all(Array.from({ length: samples - 1 }, (_, index) => draw(index + 1)))
  const scores = [first.value.value]
  for (const sample of others) {
    if (!sample.ok) return sample
    scores.push(sample.value.value)
  }
  return ok(toFinding(scores, highest))
}

/** The reason is that of the score nearest to the mean. `weighed`: the mean by probabilities, instead of that of the samples. */
function toFinding(
  samples: readonly { readonly reason: string; readonly score: number }[],
  highest: number,
  weighed?: number,
): Finding {
  const values = samples.map((sample) => sample.score)
  const mean = weighed ?? values.reduce((sum, value) => sum + value, 0) / values.length
  const nearest = samples.toSorted((a, b) => Math.abs(a.score - mean) - Math.abs(b.score - mean))[0]
  const sampled = values.length === 1 ? '' : `, mean of ${values.join(', ')}`
  const drawn = weighed === undefined ? sampled : ', by the probability of each score'
  return {
    outcome: 'score',
    score: (mean - 1) / (highest - 1),
    reason: `${Number(mean.toFixed(2))} on 1 to ${highest}${drawn}: ${nearest?.reason.trim() ?? ''}`,
  }
}
