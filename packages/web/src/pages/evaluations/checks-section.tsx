import type { EvaluationSummary } from '@assay/contracts'
import { formatCount, formatRate, formatScore } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { IntervalChart } from '../../components/interval-chart.tsx'
import { PlainTable } from '../../components/folded-table.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { ResultsLink } from './results-link.tsx'

type Check = EvaluationSummary['checks'][number]

interface ChecksSectionProps {
  readonly place: EvaluationPlace
  readonly checks: readonly Check[]
}

/** The user's checks, each with its pass rate; nothing where there are none. */
export function ChecksSection({ place, checks }: ChecksSectionProps): ReactElement | null {
  if (checks.length === 0) return null
  const words = t.evaluations.checks
  const sorted = checks.toSorted((a, b) => (b.passed.value ?? 2) - (a.passed.value ?? 2))
  return (
    <section className="evaluation-section" aria-labelledby="checks-title">
      <Title order={2} id="checks-title">
        {words.title}
      </Title>
      <div className="panel">
        <IntervalChart
          label={words.title}
          rows={sorted.map((check) => ({
            key: check.name,
            label: (
              <ResultsLink place={place} filter={{ check: check.name }}>
                {check.name}
              </ResultsLink>
            ),
            estimate: check.passed,
            figure: formatRate(check.passed),
          }))}
        />
        <p className="evaluation-reading">{describeChecks(sorted)}</p>
        <PlainTable
          caption={words.table}
          columns={words.columns}
          rows={sorted.map((check) => [
            check.name,
            check.required ? words.required : words.advisory,
            formatRate(check.passed),
            check.score === null ? words.noScore : formatScore(check.score),
            formatCount(check.notJudged),
            formatCount(check.notApplicable),
            formatCount(check.errors),
          ])}
        />
      </div>
    </section>
  )
}

function describeChecks(sorted: readonly Check[]): string {
  const words = t.evaluations.checks
  const failing = sorted.filter(({ passed }) => passed.value !== null && passed.value < 1)
  const worst = failing.at(-1)
  if (worst === undefined) return words.allPassed(sorted.length)
  const kind = worst.required ? words.requiredWorst : words.advisoryWorst
  return `${words.failing(failing.length, sorted.length, worst.name, formatRate(worst.passed))} ${kind}`
}
