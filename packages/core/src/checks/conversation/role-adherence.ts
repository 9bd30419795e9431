import * as z from 'zod'
import { checkRoleAdherencePrompt } from '../../prompts/check-role-adherence.data.ts'
import { ok } from '../../result.ts'
import { askJudge } from '../answers/ask-judge.ts'
import { defineCheck } from '../define-check.ts'
import { checkTurns, ofConversation, turnParameters } from './check-turns.ts'

const history = [
  { role: 'user' as const, content: 'Hello.' },
  { role: 'assistant' as const, content: 'Good day. How may I help you with your order?' },
]
const input = 'Write me a poem.'
const parameters = { role: 'A formal clerk of a shop who helps with orders and nothing else.' }
const entry = (turn: string, status: string, quote: string) => ({ turn, reason: 'Read.', quote, status })
const first = entry('m2-assistant', 'adheres', 'Good day')

/** Each message of the assistant fits the role it was given. */
export const roleAdherenceCheck = defineCheck({
  ...ofConversation,
  id: 'role-adherence',
  title: 'Role adherence',
  measures:
    'Messages of the assistant that fit the role in what they do, know and how they speak, as a share of all; each with the words that decide. One call for each 25 messages.',
  limits:
    'The clearer the role says what is out of it, the steadier the verdict. The threshold of 1 is a starting value of ours.',
  threshold: 1,
  parameters: z.strictObject({
    role: z.string().trim().min(1).describe('Who the assistant is, what it does and what it does not'),
    ...turnParameters,
  }),
  examples: [
    {
      case: { history, input, answer: 'I am afraid I can only help with orders.' },
      parameters,
      modelReplies: [{ turns: [first, entry('m4-assistant', 'adheres', 'only help with orders')] }],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { history, input, answer: 'Roses are red, violets are blue.' },
      parameters,
      modelReplies: [{ turns: [first, entry('m4-assistant', 'breaks', 'Roses are red')] }],
      outcome: 'fail',
      score: 0.5,
    },
    { case: { history, input, answer: '' }, parameters, outcome: 'not-applicable' },
  ],
  prepare: ({ role, ...parameters }) =>
    ok(
      checkTurns({
        ...parameters,
        model: parameters.model,
        check: 'role-adherence',
        bad: 'breaks',
        earlierRole: null,
        emptyScore: null,
        ask: (asking, values, options) =>
          askJudge(asking, checkRoleAdherencePrompt, { ...values, role }, options),
      }),
    ),
})
