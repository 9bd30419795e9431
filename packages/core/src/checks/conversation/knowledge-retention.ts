import * as z from 'zod'
import { checkKnowledgeRetentionPrompt } from '../../prompts/check-knowledge-retention.data.ts'
import { ok } from '../../result.ts'
import { askJudge } from '../answers/ask-judge.ts'
import { defineCheck } from '../define-check.ts'
import { checkTurns, ofConversation, turnParameters } from './check-turns.ts'

const history = [
  { role: 'user' as const, content: 'My order 4711 is late.' },
  { role: 'assistant' as const, content: 'I am sorry to hear that.' },
]
const input = 'When does it come?'
const kept = (turn: string) => ({
  turn,
  reason: 'It forgets nothing.',
  earlier: '',
  earlierQuote: '',
  quote: '',
  status: 'retains',
})
const forgets = {
  turn: 'm4-assistant',
  reason: 'The user gave the number.',
  earlier: 'm1-user',
  earlierQuote: 'My order 4711',
  quote: 'What is your order number?',
  status: 'forgets',
}

/** The assistant keeps in mind what the user told it. */
export const knowledgeRetentionCheck = defineCheck({
  ...ofConversation,
  id: 'knowledge-retention',
  title: 'Knowledge retention',
  measures:
    'Messages of the assistant that forget nothing the user told before, as a share of all. A message that forgets is shown with the words of the user it forgets. One call for each 25 messages.',
  limits:
    'Whether a passing remark had to be kept in mind is judged by taste. The threshold of 1 is a starting value of ours.',
  threshold: 1,
  parameters: z.strictObject(turnParameters),
  examples: [
    {
      case: { history, input, answer: 'Order 4711 comes tomorrow.' },
      modelReplies: [{ turns: [kept('m2-assistant'), kept('m4-assistant')] }],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { history, input, answer: 'What is your order number?' },
      modelReplies: [{ turns: [kept('m2-assistant'), forgets] }],
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { history, input, answer: 'What is your order number?' },
      parameters: { turns: 'last' },
      modelReplies: [{ turns: [forgets] }],
      outcome: 'fail',
      score: 0,
    },
    { case: { history, input, answer: '' }, outcome: 'not-applicable' },
  ],
  prepare: (parameters) =>
    ok(
      checkTurns({
        ...parameters,
        model: parameters.model,
        check: 'knowledge-retention',
        bad: 'forgets',
        earlierRole: 'user',
        emptyScore: null,
        ask: (asking, values, options) => askJudge(asking, checkKnowledgeRetentionPrompt, values, options),
      }),
    ),
})
