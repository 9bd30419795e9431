import { createRuleDetector } from './rule-detector.ts'
import { piiRules } from './pii-rules.data.ts'

/** Personal data of fixed form: addresses of mail and network, telephone, payment and identity numbers. No names, no places. */
export const piiDetector = createRuleDetector('pii', '1', piiRules)
