import { Autocomplete, NativeSelect } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'
import type { CaseAction } from './use-case-changes.ts'

/** Actions that need a word more: a tag, or another test set. */
export type BulkQuestion = Exclude<CaseAction['do'], 'set-status' | 'remove'>

interface BulkDialogProps {
  readonly question: BulkQuestion
  readonly projectId: string
  readonly testSetId: string
  readonly count: number
  readonly onClose: () => void
  readonly onAction: (action: CaseAction) => void
}

const words = {
  'add-tag': { title: t.testSets.addTagTitle, submit: t.testSets.addTag },
  'remove-tag': { title: t.testSets.removeTagTitle, submit: t.testSets.removeTag },
  move: { title: t.testSets.moveTitle, submit: t.testSets.move },
  copy: { title: t.testSets.copyTitle, submit: t.testSets.copy },
} as const

/** Asks for the tag, or for the test set that cases go to. */
export function BulkDialog(props: BulkDialogProps): ReactElement {
  const { question, count, onClose, onAction } = props
  const [value, setValue] = useState('')
  const submit = () => {
    const given = value.trim()
    if (given === '') return
    if (question === 'move' || question === 'copy') onAction({ do: question, to: given })
    else onAction({ do: question, tag: given })
  }
  const isTag = question === 'add-tag' || question === 'remove-tag'
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={words[question].title(count)}
      submit={words[question].submit}
      isRunning={false}
      onSubmit={submit}
    >
      {isTag ? (
        <TagField {...props} value={value} onChange={setValue} />
      ) : (
        <TestSetField {...props} value={value} onChange={setValue} />
      )}
    </FormDialog>
  )
}

interface FieldProps extends Pick<BulkDialogProps, 'projectId' | 'testSetId'> {
  readonly value: string
  readonly onChange: (value: string) => void
}

function TagField({ projectId, testSetId, value, onChange }: FieldProps): ReactElement {
  const facets = useHub('countCases', { projectId, testSetId })
  return (
    <Autocomplete
      label={t.testSets.tag}
      required
      maxLength={120}
      data-autofocus
      value={value}
      onChange={onChange}
      data={(facets.data?.facets['tag'] ?? []).map((one) => one.value)}
    />
  )
}

function TestSetField({ projectId, testSetId, value, onChange }: FieldProps): ReactElement {
  const sets = useHub('listTestSets', { projectId, query: { limit: 500 } })
  const others = (sets.data?.items ?? []).filter(({ id }) => id !== testSetId)
  if (sets.data !== undefined && others.length === 0) return <p>{t.testSets.noOtherSet}</p>
  return (
    <NativeSelect
      label={t.testSets.otherSet}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: '' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  )
}
