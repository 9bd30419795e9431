import { TagsInput, Textarea, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import type { FieldProblems } from '../../api/field-problems.ts'
import * as t from '../../texts/texts.ts'

export interface TestSetWords {
  readonly name: string
  readonly description: string
  readonly tags: string[]
}

export const testSetPointers: readonly string[] = ['/name', '/description', '/tags']

interface TestSetFieldsProps {
  readonly words: TestSetWords
  readonly onChange: (words: TestSetWords) => void
  readonly problemOf: FieldProblems
}

/** What a test set is called and what it is for. */
export function TestSetFields({ words, onChange, problemOf }: TestSetFieldsProps): ReactElement {
  return (
    <>
      <TextInput
        label={t.testSets.name}
        placeholder={t.testSets.namePlaceholder}
        required
        maxLength={120}
        data-autofocus
        value={words.name}
        error={problemOf('/name')}
        onChange={(event) => onChange({ ...words, name: event.currentTarget.value })}
      />
      <Textarea
        label={t.testSets.description}
        autosize
        minRows={2}
        maxLength={10_000}
        value={words.description}
        error={problemOf('/description')}
        onChange={(event) => onChange({ ...words, description: event.currentTarget.value })}
      />
      <TagsInput
        label={t.testSets.tags}
        description={t.testSets.tagsHint}
        value={words.tags}
        error={problemOf('/tags')}
        onChange={(tags) => onChange({ ...words, tags })}
      />
    </>
  )
}
