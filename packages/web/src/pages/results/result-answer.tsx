import type { ResultDetail } from '@assay/contracts/hub'
import { formatOutcome, toSentence } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { toneOfPassed } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'

/** Whether the case passes, and why, in words. */
export function ResultAnswer({
  detail: { result, hidden },
}: {
  readonly detail: ResultDetail
}): ReactElement {
  const words = t.evaluations.result
  const word = result.passed === null ? words.isOpen : result.passed ? words.isRight : words.isWrong
  return (
    <>
      <strong className={toneOfPassed(result.passed)}>{word}</strong>{' '}
      {toSentence(result.reason ?? formatOutcome(result))}
      {hidden !== null && <div className="quiet">{words.isHidden(hidden.by.name, hidden.reason)}</div>}
    </>
  )
}
