import * as z from 'zod'
import { checkTurnRelevancePrompt } from '../../prompts/check-turn-relevance.data.ts'
import { ok } from '../../result.ts'
import { askJudge } from '../answers/ask-judge.ts'
import { defineCheck } from '../define-check.ts'
import { checkTurns, ofConversation, turnParameters } from './check-turns.ts'

const history = [
  { role: 'user' as const, content: 'My order is late.' },
  { role: 'assistant' as const, content: 'I am sorry. What is its number?' },
]
const input = 'It is 4711.'
const entry = (turn: string, status: string, quote: string) => ({ turn, reason: 'Read.', quote, status })
const first = entry('m2-assistant', 'relevant', 'What is its number?')

/** Each message of the assistant deals with what the user said. */
export const turnRelevanceCheck = defineCheck({
  ...ofConversation,
  id: 'turn-relevance',
  title: 'Turn relevance',
  measures:
    'Messages of the assistant that deal with what the user said before them, as a share of all, each read together with the conversation so far. One call for each 25 messages.',
  limits: 'Whether they are true is not asked. The threshold of 0.8 is a starting value of ours.',
  threshold: 0.8,
  parameters: z.strictObject(turnParameters),
  examples: [
    {
      case: { history, input, answer: 'Order 4711 arrives tomorrow.' },
      modelReplies: [{ turns: [first, entry('m4-assistant', 'relevant', 'arrives tomorrow')] }],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { history, input, answer: 'Have you seen our spring sale?' },
      modelReplies: [{ turns: [first, entry('m4-assistant', 'irrelevant', 'spring sale')] }],
      outcome: 'fail',
      score: 0.5,
    },
    { case: { history, input, answer: '' }, outcome: 'fail', score: 0 },
    { case: { history: [], input }, outcome: 'not-applicable' },
  ],
  prepare: (parameters) =>
    ok(
      checkTurns({
        ...parameters,
        model: parameters.model,
        check: 'turn-relevance',
        bad: 'irrelevant',
        earlierRole: null,
        emptyScore: 0,
        ask: (asking, values, options) => askJudge(asking, checkTurnRelevancePrompt, values, options),
      }),
    ),
})
