import {
  Autocomplete,
  Input,
  NativeSelect,
  SegmentedControl,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { questionTypeSchema, testCaseSchema } from '@assay/contracts'
import type { ReactElement, ReactNode, RefObject } from 'react'
import type { FieldProblems } from '../../api/field-problems.ts'
import { useHub } from '../../api/use-hub.ts'
import { ListField } from '../../components/list-field.tsx'
import * as t from '../../texts/texts.ts'
import { CheckUseFields } from '../documents/checks/check-use-fields.tsx'
import type { CaseFields } from './case-fields.ts'
import { ClaimsField } from './claims-field.tsx'
import { ConversationField } from './conversation-field.tsx'
import './case-page.css'

interface CaseFormProps {
  readonly projectId: string
  readonly testSetId: string
  readonly fields: CaseFields
  readonly onChange: (fields: CaseFields) => void
  readonly problemOf: FieldProblems
  readonly isReadOnly: boolean
  readonly form: RefObject<HTMLFormElement | null>
  readonly onSubmit: () => void
  /** What hindered it, and the buttons. */
  readonly foot: ReactNode
}

/** The fields of a case. */
export function CaseForm(props: CaseFormProps): ReactElement {
  const { isReadOnly, form, onSubmit, foot } = props
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReadOnly) onSubmit()
      }}
    >
      <fieldset className="plain-fieldset case-page-form" disabled={isReadOnly}>
        <legend className="visually-hidden">{t.testSets.kind}</legend>
        <WordFields {...props} />
        <KindFields {...props} />
        <CheckFields {...props} />
        {foot}
      </fieldset>
    </form>
  )
}

/** What is asked, and what a right answer says. */
function WordFields({ fields, onChange, problemOf, isReadOnly }: CaseFormProps): ReactElement {
  return (
    <>
      <ConversationField
        history={fields.history}
        onChange={(history) => onChange({ ...fields, history })}
        problem={problemOf('/history')}
        isReadOnly={isReadOnly}
      />
      <Textarea
        label={t.testSets.question}
        description={t.testSets.questionHint}
        required
        autosize
        minRows={2}
        maxRows={16}
        value={fields.question}
        error={problemOf('/question')}
        onChange={(event) => onChange({ ...fields, question: event.currentTarget.value })}
      />
      <Textarea
        label={t.testSets.referenceAnswer}
        description={t.testSets.referenceHint}
        autosize
        minRows={3}
        maxRows={24}
        value={fields.referenceAnswer}
        error={problemOf('/referenceAnswer')}
        onChange={(event) => onChange({ ...fields, referenceAnswer: event.currentTarget.value })}
      />
      <ClaimsField
        claims={fields.referenceClaims}
        onChange={(referenceClaims) => onChange({ ...fields, referenceClaims })}
        problem={problemOf('/referenceClaims')}
        isReadOnly={isReadOnly}
      />
    </>
  )
}

/** How it is sorted. */
function KindFields(props: CaseFormProps): ReactElement {
  const { projectId, testSetId, fields, onChange, problemOf } = props
  const facets = useHub('countCases', { projectId, testSetId }).data?.facets
  const known = (name: string) => (facets?.[name] ?? []).map(({ value }) => value)
  return (
    <>
      <Input.Wrapper label={t.testSets.status} labelElement="div">
        <div>
          <SegmentedControl
            aria-label={t.testSets.status}
            value={fields.status}
            onChange={(status) => onChange({ ...fields, status: testCaseSchema.shape.status.parse(status) })}
            data={testCaseSchema.shape.status.options.map((value) => ({
              value,
              label: t.testSets.statuses[value],
            }))}
          />
        </div>
      </Input.Wrapper>
      <SortFields {...props} topics={known('topic')} />
      <TagsInput
        label={t.testSets.tags}
        description={t.testSets.tagsHint}
        value={fields.tags}
        error={problemOf('/tags')}
        onChange={(tags) => onChange({ ...fields, tags })}
        data={known('tag')}
      />
      <TextInput
        label={t.testSets.clusterKey}
        description={t.testSets.clusterHint}
        value={fields.clusterKey}
        error={problemOf('/clusterKey')}
        onChange={(event) => onChange({ ...fields, clusterKey: event.currentTarget.value })}
      />
    </>
  )
}

/** Its type, how hard it is, what it is about, and in which language. */
function SortFields({
  fields,
  onChange,
  problemOf,
  topics,
}: CaseFormProps & { readonly topics: readonly string[] }): ReactElement {
  return (
    <div className="case-page-row">
      <NativeSelect
        label={t.testSets.type}
        value={fields.type}
        onChange={(event) =>
          onChange({ ...fields, type: questionTypeSchema.parse(event.currentTarget.value) })
        }
        data={questionTypeSchema.options.map((value) => ({ value, label: t.testSets.types[value] }))}
      />
      <NativeSelect
        label={t.testSets.level}
        value={fields.level}
        onChange={(event) =>
          onChange({ ...fields, level: testCaseSchema.shape.level.parse(event.currentTarget.value) })
        }
        data={testCaseSchema.shape.level.options.map((value) => ({
          value,
          label: t.testSets.levels[value],
        }))}
      />
      <Autocomplete
        label={t.testSets.topic}
        description={t.testSets.topicHint}
        value={fields.topic ?? ''}
        onChange={(topic) => onChange({ ...fields, topic: topic === '' ? null : topic })}
        data={[...topics]}
      />
      <TextInput
        label={t.testSets.language}
        description={t.testSets.languageHint}
        value={fields.language}
        error={problemOf('/language')}
        onChange={(event) => onChange({ ...fields, language: event.currentTarget.value })}
      />
    </div>
  )
}

function CheckFields({ fields, onChange, problemOf, isReadOnly }: CaseFormProps): ReactElement {
  return (
    <ListField
      label={t.testSets.caseChecks}
      hint={t.testSets.caseChecksHint}
      items={fields.checks}
      onChange={(checks) => onChange({ ...fields, checks })}
      make={() => ({})}
      add={t.testSets.addCheck}
      remove={t.testSets.removeCheck}
      removeWord={t.testSets.remove}
      isReadOnly={isReadOnly}
      draw={(use, set, index) => (
        <CheckUseFields
          label={t.testSets.check(index + 1)}
          use={use}
          onChange={set}
          problem={problemOf(`/checks/${index}`)}
        />
      )}
    />
  )
}
