import type { ResultDetail } from '@assay/contracts/hub'
import { outcomeWords } from '@assay/core/wording'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'

interface AttemptTabsProps {
  readonly attempts: ResultDetail['attempts']
  readonly shown: number
}

/** Every attempt at the question, with what came out of it; nothing where it was asked once. */
export function AttemptTabs({ attempts, shown }: AttemptTabsProps): ReactElement | null {
  if (attempts.length < 2) return null
  return (
    <nav className="attempt-tabs" aria-label={t.evaluations.result.attempts}>
      {attempts.map(({ attempt, verdicts }) => (
        <Link
          key={attempt.repeat}
          from="/projects/$projectId/evaluations/$evaluationId/results/$caseId"
          to="."
          search={(before) => ({ ...before, attempt: attempt.repeat })}
          replace
          resetScroll={false}
          aria-current={attempt.repeat === shown ? 'true' : undefined}
        >
          {t.evaluations.result.attempt(attempt.repeat)}{' '}
          <span className="quiet">{wordOf(attempt, verdicts)}</span>
        </Link>
      ))}
    </nav>
  )
}

type Attempt = ResultDetail['attempts'][number]

function wordOf({ error }: Attempt['attempt'], verdicts: Attempt['verdicts']): string {
  if (error !== null) return outcomeWords.error
  const judged = verdicts.find(({ check }) => check === 'correctness')
  const label = judged?.label
  if (label === undefined) {
    const failed = verdicts.some(({ outcome }) => outcome === 'fail')
    return t.evaluations.result.verdictWords[failed ? 'fail' : 'pass']
  }
  return label in outcomeWords ? outcomeWords[label as keyof typeof outcomeWords] : label.replaceAll('-', ' ')
}
