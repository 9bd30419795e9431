import type { VerdictRow } from '@assay/contracts'
import { outcomeWords } from '@assay/core/wording'

/** The judge's word on an answer, as people read it; `null`: it is hidden, or no judge judged. */
export function judgeWord(verdicts: readonly VerdictRow[]): string | null {
  const verdict =
    verdicts.find(({ check }) => check === 'correctness') ??
    verdicts.find(({ check }) => check === 'declining')
  if (verdict === undefined) return null
  const label = verdict.label ?? verdict.outcome
  return label in outcomeWords ? outcomeWords[label as keyof typeof outcomeWords] : label.replaceAll('-', ' ')
}
