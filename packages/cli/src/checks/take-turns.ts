import { setImmediate } from 'node:timers/promises'
import type { PreparedCheck } from '@assay/core/checks'

/** The check, after signals and timers have had their turn: a row of checks that never wait would hold them up to its end. */
export const takeTurns = (check: PreparedCheck): PreparedCheck => ({
  ...check,
  run: async (checkCase, ports) => {
    await setImmediate()
    return check.run(checkCase, ports)
  },
})
