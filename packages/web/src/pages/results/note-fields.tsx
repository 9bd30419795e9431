import { Textarea } from '@mantine/core'
import type { ReactElement } from 'react'
import { ChangeProblem } from '../../components/change-problem.tsx'
import * as t from '../../texts/texts.ts'
import type { Disagreement } from './use-disagreement.ts'

export function NoteFields({ disagreement }: { readonly disagreement: Disagreement }): ReactElement {
  const { words: typed, set, note } = disagreement
  const words = t.evaluations.disagree
  return (
    <>
      <Textarea
        label={words.note}
        description={words.noteHint}
        value={typed.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        error={note.problemOf('/text')}
        autosize
        minRows={2}
        required
      />
      <ChangeProblem change={note} fields={['/text']} />
    </>
  )
}
