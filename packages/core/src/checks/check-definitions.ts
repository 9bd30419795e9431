import type { Check } from './check.ts'
import { checkGroups } from './loading/check-groups.data.ts'

/** Every check there is. A new one stands in the list of its folder, and by its id in `check-groups.data.ts`. */
export const checkDefinitions: readonly Check[] = (
  await Promise.all(checkGroups.map(({ load }) => load()))
).flat()
