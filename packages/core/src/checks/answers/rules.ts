import * as z from 'zod'
import { checkRulesPrompt } from '../../prompts/check-rules.data.ts'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge, modelParameter, type Asking } from './ask-judge.ts'
import {
  answerTexts,
  isEmptyText,
  labelTexts,
  listShort,
  maxAnswerLength,
  questionTexts,
  quoteShort,
} from './case-texts.ts'
import { findEntryFault } from './find-entry-fault.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'

const list = ['Address the customer formally.', 'When a price is named, name the currency.']
const answer = 'Dear Ms Lovelace, the plan is 30 a month.'
const entry = (rule: string, status: string, quote = '') => ({ rule, reason: 'It is so.', quote, status })

/** The answer keeps every rule of a list. */
export const rulesCheck = defineCheck({
  id: 'rules',
  kind: 'answer',
  title: 'Conformity to rules',
  measures:
    'Each rule is passed, broken or not applicable, with the words of the answer that decide. The score is the share of passed among passed and broken; it passes when none is broken. One call, and one more for each 20 rules.',
  limits: 'Rules that code can check (length, words, JSON) are checked better by the checks of text.',
  reads: ['answer'],
  cost: 'model calls',
  better: 'higher',
  threshold: 1,
  parameters: z.strictObject({
    rules: z.array(z.string().trim().min(1)).min(1).describe('The rules, one sentence each'),
    model: modelParameter,
  }),
  examples: [
    {
      case: { answer: 'Dear Ms Lovelace, the plan is 30 EUR a month.' },
      parameters: { rules: list },
      modelReplies: [{ rules: [entry('r1', 'passed', 'Dear Ms Lovelace'), entry('r2', 'passed', '30 EUR')] }],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer },
      parameters: { rules: list },
      modelReplies: [
        { rules: [entry('r1', 'passed', 'Dear Ms Lovelace'), entry('r2', 'broken', '30 a month')] },
      ],
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { answer: 'Dear Ms Lovelace, which plan do you mean?' },
      parameters: { rules: list },
      modelReplies: [{ rules: [entry('r1', 'passed', 'Dear Ms Lovelace'), entry('r2', 'not-applicable')] }],
      outcome: 'pass',
      score: 1,
    },
    { case: { answer: '' }, parameters: { rules: list }, outcome: 'fail', score: 0 },
  ],
  prepare: ({ rules, model }) =>
    ok({
      async run(each, ports): Promise<Result<Finding>> {
        if (isEmptyText(each.text)) return ok({ outcome: 'score', score: 0, reason: 'the answer is empty' })
        const judged = await judgeRules({ check: 'rules', model, ports }, each, rules)
        return judged.ok ? ok(toFinding(judged.value)) : judged
      },
    }),
})

interface JudgedRule {
  readonly rule: string
  /** `unclear`: the model cannot tell, or its quote stands nowhere in the answer. */
  readonly status: 'passed' | 'broken' | 'not-applicable' | 'unclear'
  readonly reason: string
  readonly span: ReturnType<typeof locateQuote>
}

/** Rules of one call: so many fit the output tokens of the prompt. */
const batchSize = 20

async function judgeRules(
  asking: Asking,
  each: CheckInput,
  rules: readonly string[],
): Promise<Result<readonly JudgedRule[]>> {
  const judged: JudgedRule[] = []
  for (let start = 0; start < rules.length; start += batchSize) {
    const batch = await judgeBatch(asking, each, rules.slice(start, start + batchSize))
    if (!batch.ok) return batch
    judged.push(...batch.value)
  }
  return ok(judged)
}

async function judgeBatch(
  asking: Asking,
  each: CheckInput,
  rules: readonly string[],
): Promise<Result<readonly JudgedRule[]>> {
  const text = each.text.slice(0, maxAnswerLength)
  const labelled = labelTexts('r', rules)
  const asked = await askJudge(
    asking,
    checkRulesPrompt,
    {
      rules: labelled.map(({ label, text: rule }) => `${label}: ${rule}`).join('\n'),
      question: questionTexts(each.case),
      answer: answerTexts(text),
    },
    {
      check: ({ rules: entries }, ask) => {
        const labels = entries.map(({ rule }) => rule)
        const loose = entries.find(({ quote }) => isLoose(quote, text))
        return (
          findEntryFault('rules', labelled, labels) ??
          (ask === 2 || loose === undefined
            ? null
            : `rules: the quote for ${loose.rule} does not stand in the answer`)
        )
      },
    },
  )
  if (!asked.ok) return asked
  const entries = new Map(asked.value.rules.map((entry) => [entry.rule, entry]))
  return ok(
    labelled.flatMap(({ label, text: rule }) => {
      const found = entries.get(label)
      if (found === undefined) return []
      const status = isLoose(found.quote, text) ? 'unclear' : found.status
      return [{ rule, status, reason: found.reason.trim(), span: locateQuote(found.quote, text) }]
    }),
  )
}

const isLoose = (quote: string, text: string): boolean =>
  quote.trim() !== '' && locateQuote(quote, text) === null

function toFinding(judged: readonly JudgedRule[]): Finding {
  const unclear = judged.find(({ status }) => status === 'unclear')
  if (unclear !== undefined)
    return { outcome: 'not-judged', reason: `it could not be told of the rule ${quoteShort(unclear.rule)}` }
  const passed = judged.filter(({ status }) => status === 'passed').length
  const broken = judged.filter(({ status }) => status === 'broken')
  const counted = passed + broken.length
  if (counted === 0) return { outcome: 'not-applicable', reason: 'no rule applies' }
  const named = broken.map(({ rule, reason }) => `${quoteShort(rule)} (${reason})`)
  return {
    outcome: 'score',
    score: passed / counted,
    reason: `${passed} of ${counted} rules kept${named.length === 0 ? '' : `; broken: ${listShort(named)}`}`,
    spans: judged.flatMap(({ span, rule, status }) =>
      span === null ? [] : [{ ...span, label: status, evidence: rule }],
    ),
  }
}
