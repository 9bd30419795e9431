import { NativeSelect, Textarea } from '@mantine/core'
import type { ReactElement } from 'react'
import { ChangeProblem } from '../../components/change-problem.tsx'
import * as t from '../../texts/texts.ts'
import { LabelHint } from './label-hint.tsx'
import type { Disagreement } from './use-disagreement.ts'

interface ProposalFieldsProps {
  readonly kind: 'reference' | 'case'
  readonly disagreement: Disagreement
  readonly projectId: string
}

/** A better reference of the same question, or another case. */
export function ProposalFields({ kind, disagreement, projectId }: ProposalFieldsProps): ReactElement {
  const { words: typed, set, sets, hasNoSet, propose } = disagreement
  const words = t.evaluations.disagree
  if (hasNoSet) return <p className="unsure">{words.noSet}</p>
  return (
    <>
      {kind === 'case' && (
        <Textarea
          label={words.question}
          value={typed.question}
          onChange={(event) => set({ question: event.currentTarget.value })}
          error={propose.problemOf('/question')}
          autosize
          minRows={1}
          required
        />
      )}
      <Textarea
        label={words.referenceAnswer}
        value={typed.referenceAnswer}
        onChange={(event) => set({ referenceAnswer: event.currentTarget.value })}
        error={propose.problemOf('/referenceAnswer')}
        autosize
        minRows={2}
      />
      <Textarea
        label={words.why}
        value={typed.why}
        onChange={(event) => set({ why: event.currentTarget.value })}
        error={propose.problemOf('/why')}
        autosize
        minRows={1}
      />
      {sets.length > 1 && (
        <NativeSelect
          label={words.testSet}
          value={typed.testSetId}
          data={sets.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ testSetId: event.currentTarget.value })}
        />
      )}
      <ChangeProblem change={propose} fields={['/question', '/referenceAnswer', '/why']} />
      <LabelHint projectId={projectId} />
    </>
  )
}
