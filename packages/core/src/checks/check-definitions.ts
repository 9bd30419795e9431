import type { Check } from './check.ts'
import { textChecks } from './text/text-checks.ts'

/** Every check there is. A new one stands in the list of its folder, and nowhere else. */
export const checkDefinitions: readonly Check[] = [...textChecks]
