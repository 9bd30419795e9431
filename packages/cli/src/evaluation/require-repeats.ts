import { createError, fail, ok, type Result } from '@assay/core'

/** One repeat cannot show what changes between repeats. */
export const requireRepeats = (quarantineFlaky: boolean | undefined, repeats: number): Result<void> =>
  quarantineFlaky === true && repeats < 2
    ? fail(
        createError('ASSAY-1001', {
          message: 'Flaky cases show only in repeats',
          where: '--quarantine-flaky',
          fix: 'ask each question several times: assay eval run --repeat 3 --quarantine-flaky',
        }),
      )
    : ok(undefined)
