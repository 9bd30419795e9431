export {
  accuracyCardSchema,
  measuredSetSchema,
  type AccuracyCard,
  type MeasuredSet,
} from './accuracy-card.ts'
export { assayErrorSchema, type AssayError } from './assay-error.ts'
export { errorCatalogue, type ErrorCatalogueRow, type ErrorCode } from './error-catalogue.data.ts'
export { chatMessageSchema, tokenUsageSchema, type ChatMessage, type TokenUsage } from './chat.ts'
export {
  callRowSchema,
  finishReasonSchema,
  modelReplySchema,
  modelRequestSchema,
  numberTokenSchema,
  type CallRow,
  type ModelReply,
  type ModelRequest,
  type NumberToken,
} from './model-call.ts'
export {
  chunkSchema,
  documentRecordSchema,
  knowledgeBaseManifestSchema,
  sourceDocumentSchema,
  topicMapSchema,
  type Chunk,
  type DocumentRecord,
  type KnowledgeBaseManifest,
  type SourceDocument,
  type Topic,
  type TopicMap,
} from './knowledge-base.ts'
export {
  questionTypeSchema,
  testCaseSchema,
  type ClaimKey,
  type Evidence,
  type QuestionType,
  type ReferenceClaim,
  type TestCase,
} from './test-case.ts'
export {
  targetAnswerSchema,
  retrievedDocumentSchema,
  toolCallSchema,
  type RetrievedDocument,
  type TargetAnswer,
} from './target.ts'
export {
  attemptRowSchema,
  candidateRowSchema,
  contextRowSchema,
  runManifestSchema,
  unitRowSchema,
  verdictRowSchema,
  type AttemptRow,
  type CandidateRow,
  type ContextRow,
  type RunManifest,
  type UnitRow,
  type VerdictRow,
} from './run.ts'
export {
  comparisonVerdictSchema,
  differenceSchema,
  estimateSchema,
  type ComparisonVerdict,
  type Difference,
  type Estimate,
} from './estimate.ts'
export {
  caseResultSchema,
  evaluationSummarySchema,
  type CaseResult,
  type Component,
  type EvaluationSummary,
  type GateResult,
} from './evaluation-summary.ts'
export { evaluationConfigurationSchema, type EvaluationConfiguration } from './evaluation-configuration.ts'
export {
  configurationSchema,
  targetConfigurationSchema,
  type Configuration,
  type TargetConfiguration,
  type TargetLimits,
} from './configuration.ts'
export {
  comparedRunSchema,
  comparisonSchema,
  flipSchema,
  type ComparedRun,
  type Comparison,
  type Flip,
} from './comparison.ts'
export { modelPriceSchema, tokenPricesSchema, type ModelPrice, type TokenPrices } from './price.ts'
export { modelPrices, priceTableVersion } from './prices.data.ts'
export {
  checkCaseSchema,
  checkOutcomeSchema,
  checkSpanSchema,
  checkUseSchema,
  checkVerdictSchema,
  type CheckCase,
  type CheckOutcome,
  type CheckSpan,
  type CheckUse,
  type CheckVerdict,
  type GivenParts,
} from './check.ts'
export {
  judgeCorrectionSchema,
  judgeLabelSchema,
  labelOutcomeSchema,
  labelStratumSchema,
  type JudgeCorrection,
  type JudgeLabel,
  type LabelOutcome,
  type LabelStratum,
} from './judge-label.ts'
export { matrixSummarySchema, type MatrixSummary, type Repeatability } from './matrix.ts'
