export { countTokens } from './count-tokens.ts'
export { detectLanguage } from './detect-language.ts'
export { readDocuments, type ReadOptions } from './read-documents.ts'
