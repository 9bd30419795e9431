import * as z from 'zod'
import { checkTurnConsistencyPrompt } from '../../prompts/check-turn-consistency.data.ts'
import { ok } from '../../result.ts'
import { askJudge } from '../answers/ask-judge.ts'
import { defineCheck } from '../define-check.ts'
import { checkTurns, ofConversation, turnParameters } from './check-turns.ts'

const history = [
  { role: 'user' as const, content: 'How long can I return it?' },
  { role: 'assistant' as const, content: 'You can return it within 30 days.' },
]
const input = 'So three weeks is fine?'
const contradicts = {
  turn: 'm4-assistant',
  reason: 'It named 30 days before.',
  earlier: 'm2-assistant',
  earlierQuote: 'within 30 days',
  quote: 'after 14 days no return is possible',
  status: 'contradicts',
}

/** The assistant does not contradict what it said before. */
export const turnConsistencyCheck = defineCheck({
  ...ofConversation,
  id: 'turn-consistency',
  title: 'Consistency between turns',
  measures:
    'Messages of the assistant, from its second on, that contradict none of its earlier ones, as a share. A contradiction is shown with both places; a correction that says it is one is none. One call for each 25 messages.',
  limits: 'Which of two statements is right is not asked. The threshold of 1 is a starting value of ours.',
  threshold: 1,
  parameters: z.strictObject(turnParameters),
  examples: [
    {
      case: { history, input, answer: 'Yes, that is fine.' },
      modelReplies: [
        {
          turns: [{ ...contradicts, earlier: '', earlierQuote: '', quote: '', status: 'consistent' }],
        },
      ],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { history, input, answer: 'No, after 14 days no return is possible.' },
      modelReplies: [{ turns: [contradicts] }],
      outcome: 'fail',
      score: 0,
    },
    { case: { history: history.slice(0, 1), answer: 'Within 30 days.' }, outcome: 'not-applicable' },
    { case: { history, input, answer: '' }, outcome: 'not-applicable' },
  ],
  prepare: (parameters) =>
    ok(
      checkTurns({
        ...parameters,
        model: parameters.model,
        check: 'turn-consistency',
        bad: 'contradicts',
        earlierRole: 'assistant',
        emptyScore: null,
        ask: (asking, values, options) => askJudge(asking, checkTurnConsistencyPrompt, values, options),
      }),
    ),
})
