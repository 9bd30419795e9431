import type { CheckCase, CheckOutcome, CheckSpan, CheckUse, CheckVerdict } from '@assay/contracts'
import type * as z from 'zod'
import type { Detector } from '../ports/detector.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { Hash } from '../ports/hash.ts'
import type { ModelCaller } from '../ports/model-caller.ts'
import type { TokenScorer } from '../ports/token-scorer.ts'
import type { UserCode } from '../ports/user-code.ts'
import type { Result } from '../result.ts'

export type CheckKind =
  | 'text'
  | 'comparison'
  | 'similarity'
  | 'retrieval'
  | 'answer'
  | 'tools'
  | 'conversation'
  | 'operation'
  | 'safety'
  | 'own'
  | 'composition'

/** What a check found in one case. `score`: the check has no opinion but a figure; the threshold decides. */
export type Finding = Opinion | Withheld<'not-judged'> | Withheld<'not-applicable'>

export type Opinion = Decided | Scored

interface Decided {
  readonly outcome: 'pass' | 'fail'
  readonly score?: number
  readonly reason: string
  readonly spans?: readonly CheckSpan[]
}

interface Scored {
  readonly outcome: 'score'
  readonly score: number
  readonly reason: string
  readonly spans?: readonly CheckSpan[]
}

interface Withheld<Outcome> {
  readonly outcome: Outcome
  readonly reason: string
}

/** What a check reads: one case, and the part of it that is looked at. */
export interface CheckInput {
  readonly case: CheckCase
  /** The part looked at: what `on` selects, else the answer, else the text; `undefined`: the case has neither. */
  readonly value: unknown
  /** `value` as text: a string as it is, anything else as JSON. */
  readonly text: string
  /** Every right answer that is given: `reference` and `references`. */
  readonly references: readonly string[]
}

/** The outside world as checks see it. `null`: not configured, and a check that needs it says so. */
export interface CheckPorts {
  readonly model: (id?: string) => ModelCaller | null
  readonly embedder: Embedder | null
  readonly scorer: TokenScorer | null
  readonly userCode: UserCode | null
  /** Runs a check without ports of its own on another thread; `null`: here. */
  readonly elsewhere: ((use: CheckUse, checkCase: CheckCase) => Promise<CheckVerdict>) | null
  /** By the id of the check that asks; `null`: the one built in, if there is one. */
  readonly detector: (id: string) => Detector | null
  /** Names the versions of prompts. */
  readonly hash: Hash
  readonly signal: AbortSignal
}

/** Parts of a case a check cannot do without; where one is absent the check is not applicable. */
export type CheckRead =
  | 'answer'
  | 'input'
  | 'history'
  | 'reference'
  | 'contexts'
  | 'referenceContexts'
  | 'toolCalls'
  | 'task'
  | 'source'

export interface CheckExample {
  readonly case: CheckCase
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly use?: Omit<CheckUse, 'check' | 'parameters'>
  /** `checkSets`, for checks that name one. */
  readonly checkSets?: PrepareContext['sets']
  /** What a model, a detector or the user's code would reply, call by call, for checks that ask one. */
  readonly modelReplies?: readonly unknown[]
  readonly outcome: CheckOutcome
  readonly score?: number
}

interface CheckDescription {
  /** Kebab-case and stable. */
  readonly id: string
  readonly kind: CheckKind
  readonly title: string
  /** What it measures and how, in a few sentences; formula and source where there is one. */
  readonly measures: string
  /** When not to use it. */
  readonly limits?: string
  readonly reads: readonly CheckRead[]
  readonly cost: 'none' | 'embeddings' | 'local model' | 'model calls' | 'your code'
  /** For checks that give a score: which end is good. */
  readonly better?: 'higher' | 'lower'
  /** From which score it passes when the user sets none. Absent: any score passes. A starting value of ours, no standard. */
  readonly threshold?: number
  /** Whether it would hold up everything else for more than some 50 ms: such a check needs no port and runs on another thread. */
  readonly isHeavy?: (input: CheckInput, ports: CheckPorts) => boolean
  /** Run by a test; the first stands in the documentation. */
  readonly examples: readonly CheckExample[]
}

/** A row's findings over a whole file, for metrics that have a corpus score. */
export type CorpusScore = (inputs: readonly CheckInput[]) => Finding

export interface CheckDefinition<Parameters extends z.ZodType> extends CheckDescription {
  readonly parameters: Parameters
  /** What can be made once of the parameters (a compiled pattern) is made before the first case. Errors here are the user's. */
  readonly prepare: (parameters: z.output<Parameters>, context: PrepareContext) => Result<PreparedDefinition>
}

export interface PreparedDefinition {
  /** A failed result is an `error` verdict: something broke, nothing was judged. */
  readonly run: (input: CheckInput, ports: CheckPorts) => Finding | Result<Finding> | Promise<Result<Finding>>
  readonly corpus?: CorpusScore
  /** What it cannot judge without, with these parameters; absent: what its cost says. */
  readonly needs?: readonly NeededPart[]
}

/** A part of the outside world. `optional model`: asked where there is one. */
export type NeededPart = 'model' | 'optional model' | 'embedder' | 'scorer' | 'user code' | 'detector'

/** One need of a check, or of a check within it. */
export interface CheckNeed {
  readonly what: NeededPart
  /** Who needs it, by name. */
  readonly check: string
  /** The model it names. */
  readonly model?: string
}

/** What checks made of other checks need. */
export interface PrepareContext {
  /** `within`: the set the use stands in, so that one that holds itself is found. */
  readonly prepare: (use: CheckUse, within?: string) => Result<PreparedCheck>
  /** Named lists of checks: `checkSets` in `assay.yaml`. */
  readonly sets: Readonly<Record<string, readonly CheckUse[]>>
  /** Checks to refer to: `checkTemplates` in `assay.yaml`. */
  readonly templates: Readonly<Record<string, CheckUse>>
}

/** A definition with its parameters' type forgotten: what a registry holds. */
export interface Check extends CheckDescription {
  readonly parameters: z.ZodType
  readonly prepareWith: (parameters: unknown, context: PrepareContext) => Result<PreparedDefinition>
}

/** A check that is ready to judge cases. */
export interface PreparedCheck {
  readonly id: string
  readonly name: string
  readonly required: boolean
  readonly weight: number
  /** Which end of its score is good, `not` included. */
  readonly better: 'higher' | 'lower'
  /** Its own and those of the checks within it. */
  readonly needs: readonly CheckNeed[]
  /** The part it reads; absent: the answer. Only then its spans point into the answer. */
  readonly on?: string
  readonly run: (input: CheckCase, ports: CheckPorts) => Promise<CheckVerdict>
  /** `null`: it has no corpus score. */
  readonly scoreCorpus: ((cases: readonly CheckCase[]) => CheckVerdict) | null
}
