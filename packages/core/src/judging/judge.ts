import type { TargetAnswer, TestCase, VerdictRow } from '@assay/contracts'
import type { ModelCaller } from '../ports/model-caller.ts'
import type { Result } from '../result.ts'

/** Says whether an answer is right, claim by claim, or that it cannot tell. Rules and models stand behind it alike. */
export interface Judge {
  readonly id: string
  /** Changes whenever a verdict may change: part of every verdict's key. */
  readonly version: string
  readonly kind: 'rules' | 'model'
  /** Of a cascade: those it asks one after another. */
  readonly stages?: readonly Judge[]
  /**
   * Answerable cases: one `correctness` judgement and one `declining` judgement (over-refusal). Out-of-scope cases:
   * one `declining` judgement. Fails only when the judge itself broke; an answer it cannot judge is `not-judged`.
   */
  judge(input: JudgeInput, context: JudgeContext): Promise<Result<readonly Judgement[]>>
}

export interface JudgeInput {
  readonly testCase: TestCase
  readonly answer: TargetAnswer
  /** What the target is for. */
  readonly description?: string | undefined
  /** What the test set's author wants judges to heed. */
  readonly instructions?: string | undefined
}

export interface JudgeContext {
  /** The model of that id (`provider:model`), or the unit's default one; `null`: none configured. */
  readonly models: (modelId?: string) => ModelCaller | null
}

export type ClaimVerdict = NonNullable<VerdictRow['claims']>[number]

export type CorrectnessLabel = 'correct' | 'partially-correct' | 'incorrect' | 'no-answer' | 'not-judged'

/** The first three for out-of-scope cases, `over-refused` and `answered` for answerable ones. */
export type DecliningLabel =
  | 'declined'
  | 'partly'
  | 'answered-anyway'
  | 'over-refused'
  | 'answered'
  | 'not-judged'

interface JudgementParts {
  readonly outcome: Exclude<VerdictRow['outcome'], 'error'>
  /** Share of the reference claims that are present, 0 to 1; 0 or 1 for declining; `null`: not judged. */
  readonly score: number | null
  /** One sentence a reviewer can check. */
  readonly reason: string
  /** One verdict a reference claim, each with its place in the answer where there is one. */
  readonly claims?: readonly ClaimVerdict[] | undefined
  /** Claims in the answer that the reference does not make; `null`: not counted. */
  readonly extraClaims?: number | null | undefined
  /** In a cascade: the judge that decided. */
  readonly by?: string | undefined
  /** In a cascade: what its last judge says of an answer that was decided before it. */
  readonly recheck?: { readonly by: string; readonly label: string } | undefined
  /** The answer commits itself only in part ("probably 5"). */
  readonly hedged?: boolean | undefined
}

/** `no-answer` fails: the question could be answered. `partially-correct` fails, with the share as its score. */
export type Judgement =
  | (JudgementParts & { readonly check: 'correctness'; readonly label: CorrectnessLabel })
  | (JudgementParts & { readonly check: 'declining'; readonly label: DecliningLabel })
