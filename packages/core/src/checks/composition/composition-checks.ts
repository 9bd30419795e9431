import type { Check } from '../check.ts'
import { allOfCheck } from './all-of.ts'
import { anyOfCheck } from './any-of.ts'
import { kOfNCheck } from './k-of-n.ts'
import { setCheck } from './set.ts'
import { weightedCheck } from './weighted.ts'

export const compositionChecks: readonly Check[] = [
  allOfCheck,
  anyOfCheck,
  kOfNCheck,
  weightedCheck,
  setCheck,
]
