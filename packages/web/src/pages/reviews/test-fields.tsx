import { formatCounted } from '@assay/core/wording'
import { Stack, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { ChoiceList } from '../../components/choice-list.tsx'
import { LinesField } from '../../components/lines-field.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import type { OpenReview } from './use-open-review.ts'

interface TestFieldsProps {
  readonly projectId: string
  readonly review: OpenReview
}

/** Test sets, checks, judge and gates of a review. */
export function TestFields({ projectId, review }: TestFieldsProps): ReactElement {
  const { typed, set, open, lacksTestSet } = review
  const testSets = useHub('listTestSets', { projectId, query: { limit: 500 } })
  const checks = useHub('listDocuments', { projectId, query: { kind: 'check', limit: 500 } })
  const words = t.reviews.open
  return (
    <Stack>
      <ProblemNote error={testSets.error ?? checks.error} />
      <ChoiceList
        label={words.testSets}
        hint={words.testSetsHint}
        choices={(testSets.data?.items ?? []).map(({ id, name, cases }) => ({
          value: id,
          label: name,
          detail: formatCounted(cases.active, 'case'),
        }))}
        chosen={typed.testSetIds}
        onChange={(testSetIds) => set({ testSetIds })}
        none={testSets.data === undefined ? '' : words.noTestSets}
        find={words.filter(words.testSets)}
        problem={lacksTestSet ? words.chooseTestSet : open.problemOf('/testSetIds')}
      />
      <ChoiceList
        label={words.checks}
        hint={words.checksHint}
        choices={(checks.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        chosen={typed.checkIds}
        onChange={(checkIds) => set({ checkIds })}
        none={checks.data === undefined ? '' : words.noChecks}
        find={words.filter(words.checks)}
        problem={open.problemOf('/checkIds')}
      />
      <TextInput
        label={words.judge}
        description={words.judgeHint}
        value={typed.judge}
        error={open.problemOf('/judge')}
        onChange={(event) => set({ judge: event.currentTarget.value })}
      />
      <LinesField
        label={words.gates}
        hint={words.gatesHint}
        lines={typed.gates}
        problem={open.problemOf('/gates')}
        onChange={(gates) => set({ gates })}
      />
    </Stack>
  )
}
