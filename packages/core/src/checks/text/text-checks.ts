import type { Check } from '../check.ts'
import { containsCheck } from './contains.ts'
import { countChecks } from './count-checks.ts'
import { equalsCheck } from './equals.ts'
import { regexCheck } from './regex.ts'
import { endsWithCheck, startsWithCheck } from './starts-or-ends-with.ts'

/** Checks of a text's words that need nothing large. */
export const textChecks: readonly Check[] = [
  equalsCheck,
  containsCheck,
  startsWithCheck,
  endsWithCheck,
  regexCheck,
  ...countChecks,
]
