export { checksVersion } from '../checks-version.ts'
export { missingModel } from '../missing-model.ts'
