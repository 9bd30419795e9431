import type { VerdictRow } from '@assay/contracts'
import { outcomeWords } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { PlainTable } from '../../components/folded-table.tsx'
import { TonedBadge, type Tone } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'

const tones: Readonly<Record<VerdictRow['outcome'], Tone>> = {
  pass: 'good',
  fail: 'bad',
  error: 'unsure',
  'not-judged': 'unsure',
  'not-applicable': 'quiet',
}

/** What every check said of one attempt, and why. */
export function VerdictTable({ verdicts }: { readonly verdicts: readonly VerdictRow[] }): ReactElement {
  const words = t.evaluations.result
  return (
    <PlainTable
      caption={words.verdicts}
      columns={words.verdictColumns}
      isStacking
      rows={verdicts.map((verdict) => [
        <CheckName key="check" verdict={verdict} />,
        <TonedBadge key="outcome" tone={tones[verdict.outcome]}>
          {nameOutcome(verdict)}
        </TonedBadge>,
        <Because key="because" verdict={verdict} />,
      ])}
    />
  )
}

function CheckName({ verdict: { check, required, by } }: { readonly verdict: VerdictRow }): ReactElement {
  const words = t.evaluations.result
  const notes = [
    ...(required === false ? [t.evaluations.checks.advisory] : []),
    ...(by === undefined ? [] : [words.decidedBy(by)]),
  ]
  return (
    <>
      {check}
      {notes.length > 0 && <div className="quiet">{notes.join(', ')}</div>}
    </>
  )
}

/** The check's own word, as a person reads it. */
const nameOutcome = ({ label, outcome }: VerdictRow): string =>
  label === undefined
    ? t.evaluations.result.verdictWords[outcome]
    : label in outcomeWords
      ? outcomeWords[label as keyof typeof outcomeWords]
      : label.replaceAll('-', ' ')

function Because({ verdict }: { readonly verdict: VerdictRow }): ReactElement {
  const { reason, error, metrics = {}, score, recheck } = verdict
  const figures = Object.entries(metrics).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${Number.isInteger(value) ? value : value.toFixed(2)}`],
  )
  const words = t.evaluations.result
  return (
    <>
      {reason !== undefined && <div className="plain-text">{reason}</div>}
      {error !== undefined && <div className="unsure">{`${error.code} ${error.message}`}</div>}
      {figures.length > 0 && <div className="quiet">{figures.join(', ')}</div>}
      {typeof score === 'number' && !Number.isInteger(score) && (
        <div className="quiet">{words.score(score.toFixed(2))}</div>
      )}
      {recheck !== undefined && (
        <div className="quiet">{words.recheck(recheck.by, recheck.label.replaceAll('-', ' '))}</div>
      )}
    </>
  )
}
