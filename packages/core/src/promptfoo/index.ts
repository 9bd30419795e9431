export { importPromptfoo, type PromptfooImport } from './import-promptfoo.ts'
export type { NotMapped } from './not-mapped.ts'
