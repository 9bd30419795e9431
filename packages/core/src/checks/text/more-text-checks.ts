import type { Check } from '../check.ts'
import { containsJsonCheck } from './contains-json.ts'
import { jsonCheck } from './json.ts'
import { languageCheck } from './language.ts'
import { readabilityChecks } from './readability.ts'
import { refusalCheck } from './refusal.ts'
import { surpriseChecks } from './surprise-checks.ts'

/** Checks of a text that need word lists, a validator of schemas, a model. */
export const moreTextChecks: readonly Check[] = [
  languageCheck,
  refusalCheck,
  jsonCheck,
  containsJsonCheck,
  ...readabilityChecks,
  ...surpriseChecks,
]
