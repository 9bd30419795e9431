import type { ResultDetail } from '@assay/contracts/hub'
import { useState } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from '../evaluations/evaluation-place.ts'
import type { DisagreementKind, PinnedSet } from './disagreement-kind.ts'

interface Words {
  readonly question: string
  readonly referenceAnswer: string
  readonly why: string
  readonly note: string
  /** Empty: the first that there is. */
  readonly testSetId: string
}

interface Options {
  readonly testSets: readonly PinnedSet[]
  readonly onDone: () => void
}

/** What is typed into the dialog, and how it is sent. */
export function useDisagreement(
  { projectId, evaluationId }: EvaluationPlace,
  { testCase }: ResultDetail,
  { testSets, onDone }: Options,
) {
  const { id: caseId, question, referenceAnswer } = testCase
  const [words, setWords] = useState<Words>({ question, referenceAnswer, why: '', note: '', testSetId: '' })
  const all = useHub('listTestSets', { projectId, query: { limit: 500 } })
  const sets: readonly PinnedSet[] = testSets.length > 0 ? testSets : (all.data?.items ?? [])
  const testSetId = words.testSetId === '' ? (sets[0]?.id ?? '') : words.testSetId
  const propose = useHubAction('proposeCase', {
    refreshes: ['listProposals', 'listStandings', 'getTestSet', 'listCases'],
    onDone: () => {
      showDone(t.evaluations.disagree.proposed)
      onDone()
    },
  })
  const note = useHubAction('writeFailureNote', {
    refreshes: ['listFailureNotes', 'listCategories'],
    onDone: () => {
      showDone(t.evaluations.disagree.noted)
      onDone()
    },
  })
  const submit = (kind: DisagreementKind) => {
    if (kind === 'answer') {
      note.run({ projectId, body: { evaluationId, caseId, text: words.note } })
      return
    }
    const body = {
      testSetId,
      from: { evaluationId, caseId },
      question: kind === 'reference' ? question : words.question,
      referenceAnswer: words.referenceAnswer,
      why: words.why,
    }
    propose.run({ projectId, body })
  }
  return {
    words: { ...words, testSetId },
    set: (change: Partial<Words>) => setWords((before) => ({ ...before, ...change })),
    sets,
    hasNoSet: sets.length === 0 && all.data !== undefined,
    submit,
    isRunning: propose.isRunning || note.isRunning,
    propose,
    note,
  }
}

export type Disagreement = ReturnType<typeof useDisagreement>
