import { findRefusal } from '../refusal.ts'
import { splitSentences, type Sentence } from '../split-clauses.ts'
import { readUnit, type Unit } from './read-unit.ts'

/** What an answer says in one go, with its place in the answer. */
export interface Claim {
  /** [start, end) in UTF-16 code units of the answer. */
  readonly start: number
  readonly end: number
  readonly unit: Unit
}

const turn = /;\s+|,?\s+(?=(?:but|while|whereas|although|though|however)\s)/giu

/** Sentences, cut where another statement begins; without refusals and what has no word or value of its own. */
export function readClaims(answer: string): readonly Claim[] {
  const said = findRefusal(answer)?.rest ?? [{ start: 0, text: answer }]
  return said.flatMap((part) =>
    splitSentences(part.text)
      .flatMap(splitAtTurns)
      .map(({ start, end, text }) => ({
        start: part.start + start,
        end: part.start + end,
        unit: readUnit(text),
      }))
      .filter(({ unit }) => unit.order.length > 0),
  )
}

function splitAtTurns({ start, text }: Sentence): readonly Sentence[] {
  const parts: Sentence[] = []
  let from = 0
  for (const match of [...text.matchAll(turn), null]) {
    const to = match?.index ?? text.length
    parts.push({ start: start + from, end: start + to, text: text.slice(from, to) })
    from = to + (match?.[0].length ?? 0)
  }
  return parts
}
