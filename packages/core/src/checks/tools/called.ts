import type { CheckCase } from '@assay/contracts'

/** A case for examples: these tools were called, without arguments. */
export const called = (...names: readonly string[]): CheckCase => ({
  toolCalls: names.map((name) => ({ name, arguments: {} })),
})
