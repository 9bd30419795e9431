export {
  compareCounterfactuals,
  type CounterfactualComparison,
  type CounterfactualPair,
  type MeasuredCounterfactual,
} from './counterfactual/compare-counterfactuals.ts'
export { counterfactualDimensions, makeCounterfactuals } from './counterfactual/make-counterfactuals.ts'
export { readCounterfactualAnswers } from './counterfactual/read-counterfactual-answers.ts'
export { exchangeFormatIds, type ExchangeFormatId } from './exchange/exchange-format.ts'
export { exportTestSet } from './exchange/export-test-set.ts'
export { detectFormat } from './exchange/detect-format.ts'
export { csvColumns, csvExtrasColumn, exportCsvRecord } from './exchange/export-csv-record.ts'
export {
  importPlacedCases,
  importRows,
  importTestSet,
  type PlacedRecord,
  type PlacedTestCase,
} from './exchange/import-test-set.ts'
export { createImportedCase } from './exchange/imported-case.ts'
export { createFactsGenerator } from './facts/create-facts-generator.ts'
export { generateFacts, type FactsResult } from './facts/generate-facts.ts'
export { factsTypes, type FactsOptions } from './facts/options.ts'
export { generateTestSet, type GenerationOutcome, type GenerationWork } from './generate-test-set.ts'
export type { GenerationOptions, GenerationUnit, QuestionGenerator, Shortfall } from './generator.ts'
export { createModelGenerator, type ModelGeneratorParts } from './model/create-model-generator.ts'
export { modelTypes } from './model/model-generator-version.ts'
export { planFirstRound } from './plan-first-round.ts'
export { applySheet, type AppliedReview } from './review/apply-sheet.ts'
export { formatCsvSheet, parseCsvSheet } from './review/csv-sheet.ts'
export {
  acceptCase,
  editCase,
  rejectCase,
  returnCase,
  rewordCase,
  type CaseEdit,
  type ReviewStamp,
} from './review/decide-case.ts'
export { formatMarkdownSheet, parseMarkdownSheet } from './review/markdown-sheet.ts'
export { isKeptCase, mergeTestSets, type MergedTestSet } from './review/merge-test-sets.ts'
export type { SheetEvidence, SheetTools } from './review/review-sheet.ts'
export {
  isDecided,
  reviewState,
  startReview,
  type ReviewEvent,
  type ReviewState,
} from './review/review-state.ts'
export { takeEdit } from './review/take-edit.ts'
export { validateCase, type CaseValidation } from './validation/validate-case.ts'
export { createValidationContext, validationIds, type ValidationId } from './validation/validation.ts'
