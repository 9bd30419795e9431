export { formatTestSet } from './format-test-set.ts'
export { packTestCases, packTestCasesAsync, packTestSet, type TestCases } from './pack-test-cases.ts'
export { parseTestSet } from './parse-test-set.ts'
