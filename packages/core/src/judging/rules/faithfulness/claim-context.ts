import type { ReadSources } from './read-sources.ts'
import type { Unit } from './read-unit.ts'

/** What a claim is held against. */
export interface ClaimContext {
  readonly sources: ReadSources
  /** What the answer is said in reply to: a short answer says it of that. */
  readonly question: Unit
  /** The answer is this claim and nothing else. */
  readonly isWhole: boolean
}
