import type { CandidateRow, QuestionType, TestCase } from '@assay/contracts'
import type { Result } from '../result.ts'
import type { Unit, UnitContext } from '../runs/run-work.ts'

/** Makes questions from the knowledge base it was opened on. Rules and models stand behind it alike; the run owns calls, rows and resuming. */
export interface QuestionGenerator<U extends GenerationUnit = GenerationUnit> {
  /** `facts` or `model`. */
  readonly id: string
  /** Changes whenever its questions may change. */
  readonly version: string
  /** Types it can make. */
  readonly types: readonly QuestionType[]
  /**
   * Units of one round; the same request gives the same units. `earlier`: those of the rounds before it, whose passages are
   * used up. A generator that has nothing more to try gives none. Fails with ASSAY-3004 (language).
   */
  plan(request: PlanRequest, earlier: readonly U[]): Result<readonly U[]>
  /** All candidates of one unit, kept and rejected. Fails when nothing could be made for a reason outside of the texts. */
  perform(unit: U, context: UnitContext): Promise<Result<readonly Candidate[]>>
}

/** What the user asked for. */
export interface GenerationOptions {
  readonly questions: number
  readonly seed: string | number
  /** Absent: all the generator knows. */
  readonly types?: readonly QuestionType[] | undefined
  /** Names or ids of topics. Absent: all, passages without a topic among them. */
  readonly topics?: readonly string[] | undefined
  /** Sources, or folders of sources. */
  readonly sources?: readonly string[] | undefined
  /** ISO 639-1. Absent: the language of each passage. */
  readonly languages?: readonly string[] | undefined
  /** What the system under test is for. */
  readonly description?: string | undefined
  readonly instructions?: string | undefined
  /** Questions of real users, for style. */
  readonly examples?: readonly string[] | undefined
}

export interface PlanRequest {
  readonly options: GenerationOptions
  /** 0 for the first; later rounds top up what was rejected. */
  readonly round: number
  /** Questions wanted in this round, by type. */
  readonly wanted: ReadonlyMap<QuestionType, number>
  /** Share of the candidates of a type that were delivered so far; absent before the first round. */
  readonly yields: ReadonlyMap<QuestionType, number>
}

/** A batch of candidates that is made, checked and written together. */
export interface GenerationUnit extends Unit {
  /** Candidates it is expected to give, by type. */
  readonly candidates: Readonly<Partial<Record<QuestionType, number>>>
  /** Model calls it makes at most when each is answered well. 0 for rules. */
  readonly calls: number
}

export type Candidate = KeptCandidate | RejectedCandidate

interface CandidateParts {
  readonly type: QuestionType
  /** With the conversation before it, where there is one. */
  readonly question: string
  readonly checks: NonNullable<CandidateRow['checks']>
}

export interface KeptCandidate extends CandidateParts {
  readonly outcome: 'kept'
  readonly testCase: TestCase
}

export interface RejectedCandidate extends CandidateParts {
  readonly outcome: 'rejected'
  /** Id of the validation. */
  readonly rejectedBy: string
  readonly reason: string
}

/** A type that got fewer questions than its share. */
export interface Shortfall {
  readonly type: QuestionType
  readonly asked: number
  readonly delivered: number
  /** Commonest first, each with its count. */
  readonly reasons: readonly string[]
}
