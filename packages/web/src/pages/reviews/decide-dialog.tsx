import type { ReviewDetail } from '@assay/contracts/hub'
import { describeGate } from '@assay/core/wording'
import { Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'
import { useReviewChange } from './use-review-change.ts'
import type { Decision } from './who-decides.ts'

interface DecideDialogProps {
  readonly detail: ReviewDetail
  readonly decision: Decision['decision']
  /** What this person decided before and still counts. */
  readonly before: Decision | null
  readonly onClose: () => void
}

/** Asks for the reason of a decision, and says what the person decides against. */
export function DecideDialog({ detail, decision, before, onClose }: DecideDialogProps): ReactElement {
  // The figures and the revision that were read when the dialog opened: what is decided on.
  const [{ review, requirements, gates }] = useState(detail)
  const [why, setWhy] = useState('')
  const isApproval = decision === 'approve'
  const words = t.reviews.decide
  const place = { projectId: review.projectId, reviewId: review.id }
  const change = useReviewChange('decideReview', place, { onDone: onClose, onTheirs: onClose })
  const { version } = review.target
  const open = [
    ...requirements.filter(({ state }) => state !== 'met').map(({ requirement }) => requirement.name),
    ...gates.filter(({ outcome }) => outcome !== 'passed').map(describeGate),
  ]
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={isApproval ? words.approveTitle(version) : words.blockTitle(version)}
      submit={isApproval ? words.approve : words.block}
      isRunning={change.isRunning}
      onSubmit={() => {
        if (why.trim() !== '') change.run({ ...place, body: { decision, why: why.trim() } }, review.revision)
      }}
    >
      <div>{isApproval ? words.approveHint : words.blockHint}</div>
      {isApproval && open.length > 0 && <div className="unsure">{words.notMet(open.join('; '))}</div>}
      {before !== null && <div className="quiet">{words.changes(t.reviews.decisions[before.decision])}</div>}
      <Textarea
        label={words.why}
        description={isApproval ? words.whyApprove : words.whyBlock}
        required
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        data-autofocus
        value={why}
        error={change.problemOf('/why')}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <ChangeProblem change={change} fields={['/why']} />
    </FormDialog>
  )
}
