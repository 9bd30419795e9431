import { Button, NativeSelect, Stack, TextInput, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { ChangeProblem } from '../../components/change-problem.tsx'
import * as t from '../../texts/texts.ts'
import { ReviewerChoice } from './reviewer-choice.tsx'
import { RollbackFields } from './rollback-fields.tsx'
import { TestFields } from './test-fields.tsx'
import {
  noBaseline,
  openReviewPointers,
  useOpenReview,
  usualBaseline,
  type AskedReview,
  type OpenReview,
  type TargetChoice,
} from './use-open-review.ts'
import { VersionSelect } from './version-select.tsx'
import './open-review-form.css'

interface OpenReviewFormProps {
  readonly projectId: string
  readonly targets: readonly TargetChoice[]
  /** From the address. */
  readonly asked: AskedReview
}

/** The version, how it is tested, and who decides. */
export function OpenReviewForm({ projectId, targets, asked }: OpenReviewFormProps): ReactElement {
  const review = useOpenReview(projectId, targets, asked)
  const { typed, set, submit, open } = review
  const words = t.reviews.open
  return (
    <form
      className="open-review-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <section className="panel">
        <Title order={2}>{words.what}</Title>
        <Stack>
          <VersionFields projectId={projectId} targets={targets} review={review} />
        </Stack>
      </section>
      <section className="panel">
        <Title order={2}>{words.tested}</Title>
        <TestFields projectId={projectId} review={review} />
      </section>
      <section className="panel">
        <Title order={2}>{words.who}</Title>
        <ReviewerChoice
          projectId={projectId}
          chosen={typed.reviewerIds}
          onChange={(reviewerIds) => set({ reviewerIds })}
          problem={open.problemOf('/requiredReviewerIds')}
        />
      </section>
      <section className="panel">
        <Title order={2}>{words.rollback}</Title>
        <p className="quiet">{words.rollbackHint}</p>
        <Stack>
          <RollbackFields
            key={typed.targetId}
            projectId={projectId}
            targetId={typed.targetId}
            version={typed.version}
            plan={typed.rollback}
            onChange={(rollback) => set({ rollback })}
            problemOf={open.problemOf}
          />
        </Stack>
      </section>
      <ChangeProblem change={open} fields={openReviewPointers} />
      <div>
        <Button type="submit" loading={open.isRunning}>
          {words.submit}
        </Button>
      </div>
    </form>
  )
}

interface VersionFieldsProps {
  readonly projectId: string
  readonly targets: readonly TargetChoice[]
  readonly review: OpenReview
}

function VersionFields({ projectId, targets, review }: VersionFieldsProps): ReactElement {
  const { typed, set, choose, open } = review
  const words = t.reviews.open
  return (
    <>
      <NativeSelect
        label={words.target}
        value={typed.targetId}
        data={targets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => {
          const chosen = targets.find(({ id }) => id === event.currentTarget.value)
          if (chosen !== undefined) choose(chosen)
        }}
      />
      <VersionSelect
        projectId={projectId}
        documentId={typed.targetId}
        label={words.version}
        value={String(typed.version)}
        others={[]}
        error={open.problemOf('/version')}
        onChange={(value) => set({ version: Number(value), baseline: usualBaseline })}
      />
      <VersionSelect
        projectId={projectId}
        documentId={typed.targetId}
        label={words.baseline}
        value={typed.baseline}
        others={[
          { value: usualBaseline, label: words.usual },
          { value: noBaseline, label: words.noBaseline },
        ]}
        without={typed.version}
        error={open.problemOf('/baselineVersion')}
        onChange={(baseline) => set({ baseline })}
      />
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={120}
        value={typed.title}
        error={open.problemOf('/title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
    </>
  )
}
