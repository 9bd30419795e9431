import { ok, type Result } from '../../result.ts'
import type { Finding } from '../check.ts'
import { nameParts, spansOf, withholdFor, type Part } from './check-list.ts'

/**
 * Whether enough required checks pass, `all` or a number of those that apply. Methods §3: what broke or was not judged
 * decides only where the others leave it open; what does not apply is in no denominator.
 */
export function decideByCount(parts: readonly Part[], needed: number | 'all'): Result<Finding> {
  const counted = parts.filter(({ check, verdict }) => check.required && verdict.outcome !== 'not-applicable')
  const need = needed === 'all' ? counted.length : needed
  if (counted.length === 0 || counted.length < need) return ok(notApplicable(parts, counted.length, need))
  const by = (outcome: 'pass' | 'fail') => counted.filter(({ verdict }) => verdict.outcome === outcome)
  const [passed, failed] = [by('pass'), by('fail')]
  const isPass = decide({ need, count: counted.length, passed: passed.length, failed: failed.length })
  if (isPass === null) return withholdFor(counted.filter((part) => ![...passed, ...failed].includes(part)))
  const share = `${passed.length} of ${counted.length} pass`
  return ok({
    outcome: isPass ? 'pass' : 'fail',
    score: Math.min(1, passed.length / need),
    reason: failed.length === 0 ? share : `${share}; fails: ${nameParts(failed)}`,
    spans: spansOf(isPass ? passed : failed),
  })
}

/** `null`: it hangs on what broke or was not judged. */
function decide({
  need,
  count,
  passed,
  failed,
}: Readonly<Record<'need' | 'count' | 'passed' | 'failed', number>>): boolean | null {
  if (passed >= need) return true
  return count - failed < need ? false : null
}

const notApplicable = (parts: readonly Part[], count: number, need: number): Finding => ({
  outcome: 'not-applicable',
  reason:
    count === 0
      ? `none of the ${parts.length} checks applies`
      : `${count} of ${parts.length} checks apply; ${need} must pass`,
})
