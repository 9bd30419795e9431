import type { Check } from '../check.ts'
import { containsJsonCheck } from './contains-json.ts'
import { containsCheck } from './contains.ts'
import { countChecks } from './count-checks.ts'
import { equalsCheck } from './equals.ts'
import { jsonCheck } from './json.ts'
import { languageCheck } from './language.ts'
import { readabilityChecks } from './readability.ts'
import { refusalCheck } from './refusal.ts'
import { regexCheck } from './regex.ts'
import { surpriseChecks } from './surprise-checks.ts'
import { endsWithCheck, startsWithCheck } from './starts-or-ends-with.ts'

export const textChecks: readonly Check[] = [
  equalsCheck,
  containsCheck,
  startsWithCheck,
  endsWithCheck,
  regexCheck,
  ...countChecks,
  languageCheck,
  refusalCheck,
  jsonCheck,
  containsJsonCheck,
  ...readabilityChecks,
  ...surpriseChecks,
]
