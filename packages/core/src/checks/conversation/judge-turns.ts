import type { CheckSpan } from '@assay/contracts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { ok, type Result } from '../../result.ts'
import type { JudgeOptions } from '../answers/ask-judge.ts'
import { listShort, quoteShort } from '../answers/case-texts.ts'
import { findEntryFault } from '../answers/find-entry-fault.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'
import type { Finding } from '../check.ts'
import type { Message } from './read-messages.ts'

/** What a model says of one message. `earlier`: the message it is held against, for checks that hold it against one. */
export interface TurnEntry {
  readonly turn: string
  readonly reason: string
  readonly quote: string
  readonly earlier?: string
  readonly earlierQuote?: string
  readonly status: string
}

interface TurnReply {
  readonly turns: readonly TurnEntry[]
}

export interface TurnQuestion {
  readonly messages: readonly Message[]
  /** The messages that are judged. */
  readonly turns: readonly Message[]
  /** The status that counts against a message: it must show its words. */
  readonly bad: string
  /** Whose earlier message it is held against; `null`: none. */
  readonly earlierRole: Message['role'] | null
  readonly ask: (
    values: { readonly messages: readonly FencedText[]; readonly turns: string },
    options: JudgeOptions<TurnReply>,
  ) => Promise<Result<TurnReply>>
}

/** Messages of one call: so many fit the output tokens of the prompts. */
const batchSize = 25

/** The share of messages that nothing speaks against: one call for 25 messages. */
export async function judgeTurns(question: TurnQuestion): Promise<Result<Finding>> {
  const judged: JudgedTurn[] = []
  for (let start = 0; start < question.turns.length; start += batchSize) {
    const batch = await judgeBatch(question, question.turns.slice(start, start + batchSize))
    if (!batch.ok) return batch
    judged.push(...batch.value)
  }
  return ok(toFinding(judged, question.bad))
}

interface JudgedTurn {
  readonly turn: Message
  readonly status: string
  readonly reason: string
  /** The words that decide, in this message and in the earlier one. */
  readonly spans: readonly CheckSpan[]
}

async function judgeBatch(
  question: TurnQuestion,
  turns: readonly Message[],
): Promise<Result<readonly JudgedTurn[]>> {
  const messages = question.messages.map(({ label, text }) => ({ label, text }))
  const asked = await question.ask(
    { messages, turns: turns.map(({ label }) => label).join(', ') },
    {
      check: ({ turns: entries }, ask) =>
        findEntryFault(
          'turns',
          turns,
          entries.map(({ turn }) => turn),
        ) ?? (ask === 1 ? findLoose(entries, question) : null),
    },
  )
  if (!asked.ok) return asked
  const entries = new Map(asked.value.turns.map((entry) => [entry.turn, entry]))
  return ok(
    turns.flatMap((turn) => {
      const entry = entries.get(turn.label)
      if (entry === undefined) return []
      const spans = entry.status === question.bad ? placeWords(entry, question) : []
      return [
        {
          turn,
          status: spans === null ? 'unclear' : entry.status,
          reason: entry.reason.trim(),
          spans: spans ?? [],
        },
      ]
    }),
  )
}

/** In words for the model: an entry against a message whose words stand nowhere. */
function findLoose(entries: readonly TurnEntry[], question: TurnQuestion): string | null {
  const loose = entries.find((entry) => entry.status === question.bad && placeWords(entry, question) === null)
  return loose === undefined ? null : `turns: the words for ${loose.turn} do not stand where they should`
}

/** Where the words stand; `null`: not where they should, or in a message that is no earlier one of that role. */
function placeWords(
  { turn, quote, earlier, earlierQuote, status }: TurnEntry,
  { messages, earlierRole }: Pick<TurnQuestion, 'messages' | 'earlierRole'>,
): readonly CheckSpan[] | null {
  const index = messages.findIndex(({ label }) => label === turn)
  const own = messages[index]
  const span = own === undefined ? null : locateQuote(quote, own.text)
  if (own === undefined || span === null) return null
  const marked = { ...placeOf(own), ...span, label: status }
  if (earlierRole === null) return [marked]
  const held = messages.slice(0, index).find(({ label, role }) => label === earlier && role === earlierRole)
  const there = held === undefined ? null : locateQuote(earlierQuote ?? '', held.text)
  if (held === undefined || there === null) return null
  const words = held.text.slice(there.start, there.end)
  return [
    { ...marked, evidence: words },
    { ...placeOf(held), ...there, label: 'earlier' },
  ]
}

const placeOf = ({ at }: Message): { readonly at?: string } => (at === null ? {} : { at })

function toFinding(judged: readonly JudgedTurn[], bad: string): Finding {
  const unclear = judged.find(({ status }) => status === 'unclear')
  if (unclear !== undefined)
    return { outcome: 'not-judged', reason: `it could not be told of ${quoteShort(unclear.turn.text)}` }
  const against = judged.filter(({ status }) => status === bad)
  const good = judged.length - against.length
  const named = against.map(({ turn, reason }) => `${turn.label} ${bad} (${reason})`)
  return {
    outcome: 'score',
    score: good / judged.length,
    reason: `${good} of ${judged.length} messages hold${named.length === 0 ? '' : `; ${listShort(named)}`}`,
    spans: against.flatMap(({ spans }) => spans),
  }
}
