import { Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { useResultHiding } from './use-result-hiding.ts'

interface HideResultsProps {
  readonly place: EvaluationPlace
  readonly caseIds: readonly string[]
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** Asks why, and says what hiding does. */
export function HideResults({ place, caseIds, onClose, onDone }: HideResultsProps): ReactElement {
  const [reason, setReason] = useState('')
  const hiding = useResultHiding(place)
  const words = t.evaluations.results
  const submit = async () => {
    await hiding.set(caseIds, { hidden: true, reason })
    onDone?.()
    onClose()
  }
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={words.hideTitle(caseIds.length)}
      submit={words.hide}
      isRunning={hiding.isRunning}
      onSubmit={() => void submit()}
    >
      <p className="quiet evaluation-hint">{words.hideHint}</p>
      <Textarea
        label={words.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2_000}
        autosize
        minRows={2}
        data-autofocus
      />
    </FormDialog>
  )
}
