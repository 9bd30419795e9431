import { createError, fail, ok, type Result } from '@assay/core'
import { parseGates, type StopRule } from '@assay/core/evaluation'

/** The rule of a run that stops when it is clear: its first gate on passing or correctness. Fails with ASSAY-1001 without one. */
export function readStopRule(gates: readonly string[], repeats: number): Result<StopRule> {
  const parsed = parseGates(gates, null)
  if (!parsed.ok) return parsed
  const where = '--stop-when-clear'
  if (repeats > 1)
    return fail(
      createError('ASSAY-1001', {
        message: 'A run that stops when it is clear asks each question once',
        where,
        fix: 'leave out --repeat, or --stop-when-clear',
      }),
    )
  for (const gate of parsed.value)
    if (gate.kind === 'threshold' && (gate.figure === 'passing' || gate.figure === 'correctness'))
      return ok({ figure: gate.figure, threshold: gate.bound })
  return fail(
    createError('ASSAY-1001', {
      message: 'Without a gate on passing or correctness nothing can become clear',
      where,
      fix: 'add --fail-if "passing < 0.8", or such a gate to assay.yaml',
    }),
  )
}
