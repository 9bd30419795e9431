import type { ReviewDetail } from '@assay/contracts/hub'
import { useState, type ReactElement } from 'react'
import { useMe, useProjectRight } from '../../api/use-me.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { standingDecision, type Decision } from './who-decides.ts'

export interface Deciding {
  /** Absent: nobody may decide now, or not this person. */
  readonly start: ((decision: Decision['decision']) => void) | undefined
  readonly dialog: ReactElement | null
}

const decidable: readonly string[] = ['open', 'approved', 'blocked']

/** Approving and blocking: by button, and by the keys `a` and `b`; a dialog asks for the reason. */
export function useDeciding(detail: ReviewDetail): Deciding {
  const { review } = detail
  const me = useMe()
  const mayReview = useProjectRight(review.projectId, 'review')
  const [asked, setAsked] = useState<Decision['decision'] | null>(null)
  const isOpen = mayReview && decidable.includes(review.status)
  const words = t.reviews.decide
  useShortcuts(
    isOpen
      ? [
          { key: 'a', does: words.keyApprove, run: () => setAsked('approve') },
          { key: 'b', does: words.keyBlock, run: () => setAsked('block') },
        ]
      : [],
  )
  return {
    start: isOpen ? setAsked : undefined,
    dialog:
      asked === null ? null : (
        <DecideDialog
          detail={detail}
          decision={asked}
          before={standingDecision(review, me.id)}
          onClose={() => setAsked(null)}
        />
      ),
  }
}
