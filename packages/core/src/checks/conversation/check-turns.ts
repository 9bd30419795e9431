import * as z from 'zod'
import { ok, type Result } from '../../result.ts'
import { modelParameter, type Asking } from '../answers/ask-judge.ts'
import { isEmptyText } from '../answers/case-texts.ts'
import type { CheckPorts, Finding, PreparedDefinition } from '../check.ts'
import { judgeTurns, type TurnQuestion } from './judge-turns.ts'
import { assistantTurns, readMessages, type Message } from './read-messages.ts'

/** What every check of a conversation takes. */
export const turnParameters = {
  turns: z
    .enum(['all', 'last'])
    .default('all')
    .describe(
      'Which messages of the assistant are judged; `last` where the history was written for the test',
    ),
  model: modelParameter,
}

/** The part of a definition that all checks of a conversation share. */
export const ofConversation = {
  kind: 'conversation',
  reads: ['history'],
  cost: 'model calls',
  better: 'higher',
} as const

interface TurnCheck extends Pick<TurnQuestion, 'bad' | 'earlierRole'> {
  readonly check: string
  readonly turns: 'all' | 'last'
  readonly model: string | undefined
  /** What an empty answer scores; `null`: the check is not applicable to it. */
  readonly emptyScore: number | null
  readonly ask: (asking: Asking, ...rest: Parameters<TurnQuestion['ask']>) => ReturnType<TurnQuestion['ask']>
}

/** Judges the assistant's messages of a conversation one by one. */
export function checkTurns({
  check,
  turns,
  model,
  emptyScore,
  ask,
  ...question
}: TurnCheck): PreparedDefinition {
  return {
    async run(input, ports: CheckPorts): Promise<Result<Finding>> {
      if (input.value !== undefined && isEmptyText(input.text)) return ok(ofEmptyAnswer(emptyScore))
      const messages = readMessages(input)
      const judgeable = assistantTurns(messages).filter((turn) =>
        hasEarlier(turn, messages, question.earlierRole),
      )
      const judged = turns === 'all' ? judgeable : judgeable.slice(-1)
      if (judged.length === 0)
        return ok({ outcome: 'not-applicable', reason: 'there is no message of the assistant to judge' })
      const asking = { check, model, ports }
      return judgeTurns({ ...question, messages, turns: judged, ask: (...rest) => ask(asking, ...rest) })
    },
  }
}

const ofEmptyAnswer = (score: number | null): Finding =>
  score === null
    ? { outcome: 'not-applicable', reason: 'the answer is empty' }
    : { outcome: 'score', score, reason: 'the answer is empty' }

/** A first message can contradict or forget nothing. */
function hasEarlier(turn: Message, messages: readonly Message[], role: Message['role'] | null): boolean {
  const before = messages.slice(0, messages.indexOf(turn))
  return role === null || before.some((message) => message.role === role && !isEmptyText(message.text))
}
