import type { Review } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { TonedBadge, type Tone } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'

const tones: Readonly<Record<Review['status'], Tone>> = {
  evaluating: 'quiet',
  open: 'unsure',
  approved: 'good',
  blocked: 'bad',
  withdrawn: 'quiet',
}

/** How a review stands, in a word. */
export function ReviewStatusBadge({ status }: Pick<Review, 'status'>): ReactElement {
  return <TonedBadge tone={tones[status]}>{t.reviews.status[status]}</TonedBadge>
}
