import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { toRollback, type TypedRollback } from './rollback-fields.tsx'

export interface TargetChoice {
  readonly id: string
  readonly name: string
  readonly version: number
}

export interface AskedReview {
  readonly targetId: string | undefined
  readonly version: number | undefined
}

/** A baseline that is not a version of the list. */
export const usualBaseline = 'usual'
export const noBaseline = 'none'

interface TypedReview {
  readonly targetId: string
  readonly version: number
  /** A version, `usual` or `none`. */
  readonly baseline: string
  readonly title: string
  readonly testSetIds: string[]
  readonly checkIds: string[]
  readonly judge: string
  readonly gates: string[]
  readonly reviewerIds: string[]
  readonly rollback: TypedRollback
}

export const openReviewPointers = [
  '/title',
  '/version',
  '/baselineVersion',
  '/testSetIds',
  '/checkIds',
  '/judge',
  '/gates',
  '/requiredReviewerIds',
  '/rollback/version',
  '/rollback/note',
]

/** What is typed into the form that opens a review, and how it is sent. */
export function useOpenReview(projectId: string, targets: readonly TargetChoice[], asked: AskedReview) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState<TypedReview>(() => {
    const first = targets.find(({ id }) => id === asked.targetId) ?? targets[0]
    return {
      targetId: first?.id ?? '',
      version: asked.version ?? first?.version ?? 1,
      baseline: usualBaseline,
      title: '',
      testSetIds: [],
      checkIds: [],
      judge: 'rules',
      gates: [],
      reviewerIds: [],
      rollback: { version: null, note: '' },
    }
  })
  const [isTried, setTried] = useState(false)
  const open = useHubAction('openReview', {
    refreshes: ['listReviews', 'listStandings', 'listEvaluations'],
    onDone: ({ id: reviewId }) =>
      void navigate({ to: '/projects/$projectId/reviews/$reviewId', params: { projectId, reviewId } }),
  })
  const submit = () => {
    setTried(true)
    if (typed.testSetIds.length === 0) return
    const { targetId, version, title, testSetIds, checkIds, judge, gates, reviewerIds, rollback } = typed
    const body = {
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      targetId,
      version,
      ...toBaseline(typed.baseline),
      testSetIds,
      checkIds,
      judge: judge.trim() === '' ? 'rules' : judge.trim(),
      gates,
      requiredReviewerIds: reviewerIds,
      rollback: toRollback(rollback),
    }
    open.run({ projectId, body })
  }
  const set = (change: Partial<TypedReview>) => setTyped((before) => ({ ...before, ...change }))
  const choose = (target: TargetChoice) =>
    set({
      targetId: target.id,
      version: target.version,
      baseline: usualBaseline,
      rollback: { version: null, note: '' },
    })
  return { typed, set, choose, submit, open, lacksTestSet: isTried && typed.testSetIds.length === 0 }
}

export type OpenReview = ReturnType<typeof useOpenReview>

function toBaseline(baseline: string): { baselineVersion?: number | null } {
  if (baseline === usualBaseline) return {}
  return { baselineVersion: baseline === noBaseline ? null : Number(baseline) }
}
