import type { AssayError } from '@assay/contracts'

/** Failures that say nothing about the unit: pending, over budget, interrupted. They are not recorded and it stays open. */
export const holdsUnit = (error: AssayError): boolean =>
  error.code === 'ASSAY-5001' || error.code === 'ASSAY-6005' || error.code === 'ASSAY-6006'
