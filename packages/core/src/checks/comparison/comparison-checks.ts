import type { Check } from '../check.ts'
import { compareCheck } from './compare.ts'
import { jsonDiffCheck } from './json-diff.ts'
import { listCheck } from './list.ts'

export const comparisonChecks: readonly Check[] = [compareCheck, listCheck, jsonDiffCheck]
