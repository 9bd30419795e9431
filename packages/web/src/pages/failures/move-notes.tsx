import type { FailureCategory, FailureNote } from '@assay/contracts/hub'
import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showProblem, showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'

interface MoveNotesProps {
  readonly projectId: string
  readonly notes: readonly FailureNote[]
  readonly categories: readonly FailureCategory[]
  readonly onMoved: () => void
}

const inNone = 'none'

/** Puts the selected notes into a category, or out of all; it can be taken back. */
export function MoveNotes({ projectId, notes, categories, onMoved }: MoveNotesProps): ReactElement {
  const sort = useHubAction('sortFailureNotes', {
    refreshes: ['listFailureNotes', 'listCategories'],
    onFailed: showProblem,
  })
  const words = t.failures.table
  const move = async (value: string) => {
    const categoryId = value === inNone ? null : value
    const noteIds = notes.map(({ id }) => id)
    const before = groupByCategory(notes)
    await sort.runAsync({ projectId, body: { noteIds, categoryId } })
    onMoved()
    const name = categories.find(({ id }) => id === categoryId)?.name
    showUndo(name === undefined ? words.movedOut(noteIds.length) : words.moved(noteIds.length, name), () => {
      for (const [id, ids] of before) sort.run({ projectId, body: { noteIds: [...ids], categoryId: id } })
    })
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={words.move}
      value=""
      disabled={sort.isRunning}
      data={[
        { value: '', label: `${words.move}: ${words.choose}` },
        ...categories.map(({ id, name }) => ({ value: id, label: name })),
        { value: inNone, label: words.none },
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget
        // What hindered it is shown as a notice.
        if (value !== '') void move(value).catch(() => undefined)
      }}
    />
  )
}

function groupByCategory(notes: readonly FailureNote[]): ReadonlyMap<string | null, readonly string[]> {
  const groups = new Map<string | null, string[]>()
  for (const { id, categoryId } of notes) groups.set(categoryId, [...(groups.get(categoryId) ?? []), id])
  return groups
}
