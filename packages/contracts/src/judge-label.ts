import * as z from 'zod'
import { checkOutcomeSchema } from './check.ts'
import { estimateSchema } from './estimate.ts'
import { questionTypeSchema } from './test-case.ts'

/**
 * What a person says of an answer. `reference wrong` and `question ambiguous` say nothing of the judge: they leave the rates
 * and go back to the test set. `unsure` is in no rate.
 */
export const labelOutcomeSchema = z.enum([
  'correct',
  'partially correct',
  'incorrect',
  'no answer',
  'reference wrong',
  'question ambiguous',
  'unsure',
])
export type LabelOutcome = z.infer<typeof labelOutcomeSchema>

/** Rows of one stratum are drawn at random and equally often; the hard ones are preferred. */
export const labelStratumSchema = z.enum(['plain', 'hedged', 'not-judged', 'disagreement'])
export type LabelStratum = z.infer<typeof labelStratumSchema>

/** One row of `labels.jsonl`: what one person said of one judged answer. Stands alone, without its run. */
export const judgeLabelSchema = z.object({
  schemaVersion: z.literal(1),
  /** Of the run whose answer was labelled; runs that judged the same answers again share its labels. */
  runId: z.string(),
  /** Key of the unit, so of the attempt. */
  unit: z.string(),
  caseId: z.string(),
  type: questionTypeSchema,
  language: z.string(),
  clusterKey: z.string(),
  target: z.object({ name: z.string(), version: z.string().nullable() }),
  judge: z.object({ id: z.string(), version: z.string() }),
  /** What the judge had said; hidden from the labeller until the label was given. */
  verdict: z.object({
    outcome: checkOutcomeSchema,
    label: z.string().optional(),
    score: z.number().nullable(),
  }),
  outcome: labelOutcomeSchema,
  labeller: z.string(),
  /** ISO 8601. */
  at: z.string(),
  /** Names the words by which it was labelled: labels made by others may not be comparable. */
  guidelineVersion: z.string(),
  /** `random`: as one of all rows alike; `stratified`: for a hedged or partial verdict; `by-hand`: somebody chose it. */
  drawnBy: z.enum(['random', 'stratified', 'not-judged', 'disagreement', 'by-hand']),
  stratum: labelStratumSchema,
  /** Share of its stratum that was drawn; `null`: chosen by hand, so it stands for no other row. */
  inclusionProbability: z.number().positive().max(1).nullable(),
  /**
   * Which draw it came by. `id` names how the run's answers were parted into strata: draws of the same parting are one,
   * however many rows were asked for. Absent: every answer was labelled, or the label is older than this field.
   */
  draw: z.object({ id: z.string(), stratumSize: z.number().int().positive() }).optional(),
  note: z.string().optional(),
  /** Given by whoever saw that the others' labels of this answer differ: it settles what the truth is. */
  adjudicates: z.literal(true).optional(),
})
export type JudgeLabel = z.infer<typeof judgeLabelSchema>

/** A judged rate with the judge's known error taken out, or why it is not. */
export const judgeCorrectionSchema = z.object({
  /** Whose labels it rests on: drawn from this run, or of the same judge and target version in others too. */
  from: z.enum(['this run', 'other runs']),
  /** Labelled answers that people found right, and wrong. */
  right: z.number().int(),
  wrong: z.number().int(),
  /** Of both, those the judge judged otherwise; absent: not counted. */
  otherwise: z.number().int().optional(),
  /** `null`: refused. */
  estimate: estimateSchema.nullable(),
  refusal: z.enum(['too few labels', 'judge too weak', 'no labels of this target version']).nullable(),
  /** Where the corrected rate could lie, where it is refused. */
  range: z.object({ low: z.number(), high: z.number() }).nullable(),
})
export type JudgeCorrection = z.infer<typeof judgeCorrectionSchema>
