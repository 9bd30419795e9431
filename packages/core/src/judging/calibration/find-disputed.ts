import type { JudgeLabel } from '@assay/contracts'
import { isRightByJudge } from './label-outcomes.ts'

interface JudgedUnit {
  readonly unit: string
  readonly verdict: Pick<JudgeLabel['verdict'], 'outcome'>
}

/** Units that two judges of the same answers judged otherwise: one right, the other wrong. There a label tells most. */
export function findDisputed(
  mine: readonly JudgedUnit[],
  theirs: readonly JudgedUnit[],
): ReadonlySet<string> {
  const others = new Map(theirs.map(({ unit, verdict }) => [unit, isRightByJudge(verdict)]))
  return new Set(
    mine
      .filter(({ unit, verdict }) => {
        const [own, other] = [isRightByJudge(verdict), others.get(unit) ?? null]
        return own !== null && other !== null && own !== other
      })
      .map(({ unit }) => unit),
  )
}
