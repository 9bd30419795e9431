import type { FailureCategory } from '@assay/contracts/hub'
import { Textarea, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'
import { makeCategoryId } from './make-category-id.ts'

interface NameCategoryProps {
  readonly projectId: string
  /** `null`: a new one. */
  readonly category: FailureCategory | null
  readonly onClose: () => void
}

/** Makes a category, or gives one another name. */
export function NameCategory({ projectId, category, onClose }: NameCategoryProps): ReactElement {
  const [categoryId] = useState(
    () => category?.id ?? makeCategoryId(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  )
  const [body, setBody] = useState({ name: category?.name ?? '', description: category?.description ?? '' })
  const save = useHubAction('setCategory', {
    refreshes: ['listCategories', 'listFailureNotes'],
    onDone: onClose,
  })
  const words = t.failures.categories
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={category === null ? words.addTitle : words.renameTitle}
      submit={category === null ? words.submit : words.save}
      isRunning={save.isRunning}
      onSubmit={() => save.run({ projectId, categoryId, body })}
    >
      <TextInput
        label={words.field}
        required
        maxLength={120}
        data-autofocus
        value={body.name}
        error={save.problemOf('/name')}
        onChange={(event) => {
          const name = event.currentTarget.value
          setBody((before) => ({ ...before, name }))
        }}
      />
      <Textarea
        label={words.description}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={body.description}
        error={save.problemOf('/description')}
        onChange={(event) => {
          const description = event.currentTarget.value
          setBody((before) => ({ ...before, description }))
        }}
      />
      <ChangeProblem change={save} fields={['/name', '/description']} />
    </FormDialog>
  )
}
