import type { Review } from '@assay/contracts/hub'
import { Button, Menu } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useProjectRight } from '../../api/use-me.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { ConfirmTyped } from '../../components/confirm-typed.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { EditReview } from './edit-review.tsx'
import type { Deciding } from './use-deciding.tsx'
import { useReviewChange } from './use-review-change.ts'

interface ReviewActionsProps {
  readonly review: Review
  readonly deciding: Deciding
}

/** Approve, block, and what else can be done with a review as it stands. */
export function ReviewActions({ review, deciding }: ReviewActionsProps): ReactElement {
  return (
    <>
      <span className="review-decide-wide">
        <DecideButtons deciding={deciding} />
      </span>
      {review.status !== 'withdrawn' && <MoreMenu review={review} />}
    </>
  )
}

function DecideButtons({ deciding: { start } }: Pick<ReviewActionsProps, 'deciding'>): ReactElement | null {
  if (start === undefined) return null
  return (
    <>
      <Button onClick={() => start('approve')}>{t.reviews.decide.approve}</Button>
      <Button variant="default" onClick={() => start('block')}>
        {t.reviews.decide.block}
      </Button>
    </>
  )
}

/** On a narrow screen the two buttons stay at its lower edge while one reads. */
export function DecideBar({ deciding }: Pick<ReviewActionsProps, 'deciding'>): ReactElement | null {
  if (deciding.start === undefined) return null
  return (
    <div className="review-decide-bar no-print">
      <DecideButtons deciding={deciding} />
    </div>
  )
}

type Asked = 'evaluate' | 'edit' | 'withdraw'

function MoreMenu({ review }: Pick<ReviewActionsProps, 'review'>): ReactElement | null {
  const { projectId } = review
  const mayEdit = useProjectRight(projectId, 'edit')
  const mayRun = useProjectRight(projectId, 'run')
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const words = t.reviews.one
  if (!mayEdit && !mayRun) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{words.more}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayEdit && <Menu.Item onClick={() => setAsked('edit')}>{words.edit}</Menu.Item>}
          {mayRun && <Menu.Item onClick={() => setAsked('evaluate')}>{words.evaluateAgain}</Menu.Item>}
          {mayEdit && <Menu.Item onClick={() => setAsked('withdraw')}>{words.withdraw}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {asked === 'edit' && <EditReview review={review} onClose={close} />}
      {asked === 'evaluate' && <EvaluateAgain review={review} onClose={close} />}
      {asked === 'withdraw' && <Withdraw review={review} onClose={close} />}
    </>
  )
}

interface AskProps {
  readonly review: Review
  readonly onClose: () => void
}

function EvaluateAgain({ review, onClose }: AskProps): ReactElement {
  const words = t.reviews.one
  const place = { projectId: review.projectId, reviewId: review.id }
  const change = useReviewChange('evaluateReview', place, {
    onDone: () => {
      showDone(words.evaluating)
      onClose()
    },
    onTheirs: onClose,
  })
  return (
    <ConfirmTyped
      isOpen
      onClose={onClose}
      title={words.evaluateTitle}
      losses={words.evaluateLosses}
      action={words.evaluateAgain}
      isRunning={change.isRunning}
      problem={<ChangeProblem change={change} />}
      onConfirm={() => change.run(place, review.revision)}
    />
  )
}

function Withdraw({ review, onClose }: AskProps): ReactElement {
  const words = t.reviews.one
  const place = { projectId: review.projectId, reviewId: review.id }
  const change = useReviewChange('changeReview', place, {
    onDone: () => {
      showDone(words.withdrawn)
      onClose()
    },
    onTheirs: onClose,
  })
  return (
    <ConfirmTyped
      isOpen
      onClose={onClose}
      title={words.withdrawTitle}
      losses={words.withdrawLosses}
      word={review.title}
      action={words.withdraw}
      isRunning={change.isRunning}
      problem={<ChangeProblem change={change} />}
      onConfirm={() => change.run({ ...place, body: { withdraw: true } }, review.revision)}
    />
  )
}
