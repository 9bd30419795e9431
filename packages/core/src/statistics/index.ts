export { adjustBenjaminiHochberg } from './adjust-benjamini-hochberg.ts'
export { adjustHolm } from './holm.ts'
export { analyseVariance, standardErrorOf, type ComponentAnalysis } from './variance-components.ts'
export { boundMissingRate, type MissingBounds } from './bound-missing-rate.ts'
export { compareCorpusMetric, type CorpusPair } from './compare-corpus-metric.ts'
export { comparePaired, type Pair } from './compare-paired.ts'
export { compareUnpairedRates } from './compare-unpaired-rates.ts'
export { computePower } from './power/compute-power.ts'
export { correctByOutsideLabels } from './correction/correct-by-outside-labels.ts'
export { correctByRunLabels, type UnlabelledVerdict } from './correction/correct-by-run-labels.ts'
export { type CorrectedRate } from './correction/corrected-rate.ts'
export { createRandom, type Random } from './random.ts'
export {
  createSequentialEvaluation,
  type SequentialEvaluation,
  type SequentialQuestion,
} from './sequential/sequential-evaluation.ts'
export { bettingInterval } from './sequential/betting-interval.ts'
export { decideVerdict, defaultMargin, isNonInferior, type DecidedDifference } from './verdict-rule.ts'
export { type MeasuredDifference } from './difference.ts'
export {
  estimateAgreement,
  type Agreement,
  type KappaWeights,
  type RatedPair,
} from './agreement/two-raters.ts'
export { estimateAuc, type ScoredCase } from './agreement/estimate-auc.ts'
export { estimateBrier, estimateCalibration, type Prediction } from './calibration/estimate-calibration.ts'
export { type Estimate, type Interval, type Outcome } from './estimate.ts'
export { fitDawidSkene, type DawidSkene, type Rating } from './agreement/dawid-skene.ts'
export {
  estimateFleissKappa,
  estimateKrippendorffAlpha,
  type MeasurementLevel,
} from './agreement/many-raters.ts'
export { estimateKendall, estimateSpearman, type PairedScore } from './agreement/rank-correlation.ts'
export { estimateMean, estimateScores } from './estimate-mean.ts'
export { estimateMedian, estimateP95 } from './estimate-quantile.ts'
export { estimatePassAtK, estimatePassHatK, passAtK, passHatK, type AttemptTally } from './pass-at-k.ts'
export { estimateRate, type RateInput } from './estimate-rate.ts'
export { estimateStratifiedRate, type Stratum } from './estimate-stratified-rate.ts'
export { findDetectableEffect, planCases, type CasePlan } from './power/plan-cases.ts'
export { independentDiscordance, type PowerDesign, type PowerSettings } from './power/power-design.ts'
export { measureJudge, type JudgedLabel, type JudgeQuality } from './correction/judge-labels.ts'
export { postStratifyRate, type TrafficStratum } from './post-stratify-rate.ts'
export { screenSlices, type ScreenedSlice, type Slice } from './screen-slices.ts'
