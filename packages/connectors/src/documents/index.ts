export { countTokens } from './count-tokens.ts'
export { readDocuments, type ReadOptions } from './read-documents.ts'
