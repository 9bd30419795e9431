import type { Finding } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { TonedBadge, type Tone } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'
import './finding-badges.css'

/** How grave it is; the graver, the louder. */
export function SeverityBadge({ severity }: Pick<Finding, 'severity'>): ReactElement {
  return (
    <span className="severity-badge" data-severity={severity}>
      {t.findings.severities[severity]}
    </span>
  )
}

const tones: Readonly<Record<Finding['status'], Tone>> = {
  open: 'bad',
  'in progress': 'unsure',
  'accepted risk': 'quiet',
  'false positive': 'quiet',
  fixed: 'good',
}

export function FindingStatusBadge({ status }: Pick<Finding, 'status'>): ReactElement {
  return <TonedBadge tone={tones[status]}>{t.findings.statuses[status]}</TonedBadge>
}
