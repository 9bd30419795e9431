import { rightsOfRole } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { ChoiceList } from '../../components/choice-list.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'

interface ReviewerChoiceProps {
  readonly projectId: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
  readonly problem: string | undefined
}

/** Who must approve: people of the project who may review. */
export function ReviewerChoice({ projectId, chosen, onChange, problem }: ReviewerChoiceProps): ReactElement {
  const members = useHub('listMembers', { projectId })
  const words = t.reviews.open
  const people = (members.data?.items ?? []).filter(
    ({ person, role }) =>
      person.kind === 'person' && !person.disabled && rightsOfRole[role].includes('review'),
  )
  return (
    <>
      <ProblemNote error={members.error} onRetry={() => void members.refetch()} />
      <ChoiceList
        label={words.reviewers}
        hint={words.reviewersHint}
        choices={people.map(({ person, role }) => ({
          value: person.id,
          label: person.name,
          detail: t.members.roles[role],
        }))}
        chosen={chosen}
        onChange={onChange}
        none={members.data === undefined ? '' : words.noReviewers}
        find={words.filter(words.reviewers)}
        problem={problem}
      />
    </>
  )
}
