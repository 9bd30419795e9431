import { createRuleDetector } from './rule-detector.ts'
import { secretRules } from './secret-rules.data.ts'

/** Keys, tokens and passwords: by fixed prefix or checksum, or by a keyword beside a value that looks random. */
export const secretsDetector = createRuleDetector('secrets', '1', secretRules)
