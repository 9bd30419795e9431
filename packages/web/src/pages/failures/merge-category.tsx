import type { FailureCategory } from '@assay/contracts/hub'
import { NativeSelect, Stack } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { ConfirmTyped } from '../../components/confirm-typed.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { casesOf } from './category-counts.ts'

interface MergeCategoryProps {
  readonly projectId: string
  /** The one that goes. */
  readonly category: FailureCategory
  readonly categories: readonly FailureCategory[]
  readonly onClose: () => void
}

/** Puts all notes of one category into another and removes it; asked for by typing its name. */
export function MergeCategory({
  projectId,
  category,
  categories,
  onClose,
}: MergeCategoryProps): ReactElement {
  const others = categories.filter(({ id }) => id !== category.id)
  const [into, setInto] = useState(others[0]?.id ?? '')
  const merge = useHubAction('mergeCategories', {
    refreshes: ['listCategories', 'listFailureNotes'],
    onDone: () => {
      showDone(t.failures.categories.merged)
      onClose()
    },
  })
  const words = t.failures.categories
  return (
    <ConfirmTyped
      isOpen
      onClose={onClose}
      title={words.mergeTitle(category.name)}
      losses={
        <Stack>
          <NativeSelect
            label={words.into}
            value={into}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setInto(event.currentTarget.value)}
          />
          <div>{words.mergeLosses(category.name, casesOf(category))}</div>
        </Stack>
      }
      word={category.name}
      action={words.mergeSubmit}
      isRunning={merge.isRunning}
      problem={<ChangeProblem change={merge} />}
      onConfirm={() => merge.run({ projectId, categoryId: into, body: { from: [category.id] } })}
    />
  )
}
