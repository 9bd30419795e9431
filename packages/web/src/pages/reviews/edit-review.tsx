import type { Review } from '@assay/contracts/hub'
import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { ReviewerChoice } from './reviewer-choice.tsx'
import { RollbackFields, toRollback } from './rollback-fields.tsx'
import { useReviewChange } from './use-review-change.ts'

interface EditReviewProps {
  readonly review: Review
  readonly onClose: () => void
}

/** Title, who must approve, and the rollback plan. */
export function EditReview({ review: current, onClose }: EditReviewProps): ReactElement {
  const [review] = useState(current)
  const { projectId, id: reviewId, target } = review
  const [title, setTitle] = useState(review.title)
  const [reviewerIds, setReviewerIds] = useState<string[]>(() => review.requiredReviewers.map(({ id }) => id))
  const [rollback, setRollback] = useState({
    version: review.rollback?.version ?? null,
    note: review.rollback?.note ?? '',
  })
  const place = { projectId, reviewId }
  const change = useReviewChange('changeReview', place, {
    onDone: () => {
      showDone(t.reviews.one.saved)
      onClose()
    },
    onTheirs: onClose,
  })
  const body = { title: title.trim(), requiredReviewerIds: reviewerIds, rollback: toRollback(rollback) }
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.reviews.one.editTitle}
      submit={t.reviews.one.save}
      isRunning={change.isRunning}
      onSubmit={() => change.run({ ...place, body }, review.revision)}
    >
      <TextInput
        label={t.reviews.open.name}
        required
        maxLength={120}
        value={title}
        error={change.problemOf('/title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <ReviewerChoice
        projectId={projectId}
        chosen={reviewerIds}
        onChange={setReviewerIds}
        problem={change.problemOf('/requiredReviewerIds')}
      />
      <RollbackFields
        projectId={projectId}
        targetId={target.id}
        version={target.version}
        plan={rollback}
        onChange={setRollback}
        problemOf={change.problemOf}
      />
      <ChangeProblem
        change={change}
        fields={['/title', '/requiredReviewerIds', '/rollback/version', '/rollback/note']}
      />
    </FormDialog>
  )
}
