export { createTarget } from './create-target.ts'
export type { TargetDependencies } from './target-dependencies.ts'
