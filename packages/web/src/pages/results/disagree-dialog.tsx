import type { ResultDetail } from '@assay/contracts/hub'
import { Radio, Stack } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from '../evaluations/evaluation-place.ts'
import { disagreementKinds, type DisagreementKind, type PinnedSet } from './disagreement-kind.ts'
import { NoteFields } from './note-fields.tsx'
import { ProposalFields } from './proposal-fields.tsx'
import { useDisagreement } from './use-disagreement.ts'

interface DisagreeDialogProps {
  readonly place: EvaluationPlace
  readonly detail: ResultDetail
  /** Test sets the case may be from. */
  readonly testSets: readonly PinnedSet[]
  readonly onClose: () => void
}

/** One way to say what is wrong: the reference, the question, or the answer in a way that no check names. */
export function DisagreeDialog({ place, detail, testSets, onClose }: DisagreeDialogProps): ReactElement {
  const [kind, setKind] = useState<DisagreementKind>('reference')
  const disagreement = useDisagreement(place, detail, { testSets, onDone: onClose })
  const words = t.evaluations.disagree
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={words.title}
      submit={kind === 'answer' ? words.keep : words.propose}
      isRunning={disagreement.isRunning}
      onSubmit={() => disagreement.submit(kind)}
    >
      <Radio.Group
        label={words.what}
        value={kind}
        onChange={(value) => setKind(disagreementKinds.find((known) => known === value) ?? 'reference')}
      >
        <Stack gap={8} mt={4}>
          {disagreementKinds.map((value, index) => (
            <Radio
              key={value}
              value={value}
              label={words.kinds[value]}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'answer' ? (
        <NoteFields disagreement={disagreement} />
      ) : (
        <ProposalFields kind={kind} disagreement={disagreement} projectId={place.projectId} />
      )}
    </FormDialog>
  )
}
