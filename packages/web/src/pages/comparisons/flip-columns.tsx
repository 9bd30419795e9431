import type { Flip } from '@assay/contracts'
import { formatOutcome } from '@assay/core/wording'
import type { ReactElement } from 'react'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { PlainText } from '../../components/plain-text.tsx'
import { TonedBadge } from '../../components/toned-badge.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'

const tones = { gained: 'good', lost: 'bad', changed: 'quiet' } as const

export const toFlipColumns = (): readonly DataColumn<Flip>[] => [
  {
    id: 'question',
    title: t.comparisons.flip.question,
    width: 'minmax(0, 3fr)',
    cell: (flip) => <FlipLink flip={flip} />,
  },
  {
    id: 'change',
    title: t.comparisons.change,
    width: '112px',
    cell: ({ change }) => <TonedBadge tone={tones[change]}>{t.comparisons.changes[change]}</TonedBadge>,
  },
  {
    id: 'from',
    title: t.comparisons.flip.from,
    width: 'minmax(112px, 1fr)',
    cell: ({ type, from }) => formatOutcome({ type, ...from }),
  },
  {
    id: 'to',
    title: t.comparisons.flip.to,
    width: 'minmax(112px, 1fr)',
    cell: ({ type, to }) => formatOutcome({ type, ...to }),
  },
  { id: 'type', title: t.comparisons.type, width: 'minmax(96px, 1fr)', cell: ({ type }) => type },
]

function FlipLink({ flip: { caseId, question } }: { readonly flip: Flip }): ReactElement {
  return (
    <TextLink
      from="/projects/$projectId/comparisons"
      to="."
      search={(before) => ({ ...before, case: caseId })}
      hash="sides"
    >
      <PlainText text={question} />
    </TextLink>
  )
}
