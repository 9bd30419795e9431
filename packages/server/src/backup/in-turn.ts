import type { FactsDatabase } from '@assay/storage/clickhouse'

interface Turns {
  last: Promise<unknown>
  readonly stop: AbortController
}

const turnsOf = new WeakMap<FactsDatabase, Turns>()

/**
 * A backup reads rows for minutes, and retention removes rows: in one process never at the same time. The signal aborts when
 * the hub stops.
 */
export function inTurn<T>(facts: FactsDatabase, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const turns = open(facts)
  const turn = turns.last.then(() => {
    turns.stop.signal.throwIfAborted()
    return work(turns.stop.signal)
  })
  turns.last = turn.catch(() => {})
  return turn
}

/** Asks whoever works to stop, and waits for it: the databases are about to be closed. */
export async function endTurns(facts: FactsDatabase): Promise<void> {
  const turns = open(facts)
  turns.stop.abort(new Error('the hub stops'))
  await turns.last
}

function open(facts: FactsDatabase): Turns {
  const turns = turnsOf.get(facts) ?? { last: Promise.resolve(), stop: new AbortController() }
  turnsOf.set(facts, turns)
  return turns
}
