import { riskClassSchema, type Project } from '@assay/contracts/hub'
import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { FieldProblems } from '../../api/field-problems.ts'
import { useHub } from '../../api/use-hub.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { useProjectChange } from './use-project-change.ts'

interface ProjectFormProps {
  readonly project: Project
  readonly isReadOnly: boolean
  /** Saved, or given up for what stands now: begin anew. */
  readonly onSettled: () => void
}

const pointers = [
  '/name',
  '/description',
  '/riskClass',
  '/ownerId',
  '/budgetUsd',
  '/concurrency',
  '/retentionDays',
]

/**
 * Keeps the project as it was when the form was opened: what others change meanwhile neither overwrites what is typed nor
 * is overwritten unseen.
 */
export function ProjectForm({ project: current, isReadOnly, onSettled }: ProjectFormProps): ReactElement {
  const [project] = useState(current)
  const [fields, setFields] = useState(() => toFields(current))
  const change = useProjectChange(project.id, {
    onDone: () => {
      showDone(t.settings.saved)
      onSettled()
    },
    onTheirs: onSettled,
  })
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.run({ projectId: project.id, body: fields }, project.revision)
      }}
    >
      <fieldset className="settings-form plain-fieldset" disabled={isReadOnly}>
        <legend className="visually-hidden">{t.settings.project}</legend>
        <PurposeFields project={project} fields={fields} onChange={set} problemOf={change.problemOf} />
        <LimitFields fields={fields} onChange={set} problemOf={change.problemOf} />
        <ChangeProblem change={change} fields={pointers} />
        {isReadOnly ? (
          <p className="quiet">{t.settings.mayNot}</p>
        ) : (
          <div>
            <Button type="submit" loading={change.isRunning}>
              {t.settings.save}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  )
}

const toFields = ({
  name,
  description,
  owner,
  riskClass,
  budgetUsd,
  concurrency,
  retentionDays,
}: Project) => ({
  name,
  description,
  ownerId: owner.id,
  riskClass,
  budgetUsd,
  concurrency,
  retentionDays,
})

type Fields = ReturnType<typeof toFields>

interface FieldsProps {
  readonly fields: Fields
  readonly onChange: (part: Partial<Fields>) => void
  readonly problemOf: FieldProblems
}

/** What it is, and who answers for it. */
function PurposeFields(props: FieldsProps & { readonly project: Project }): ReactElement {
  const { project, fields, onChange, problemOf } = props
  return (
    <>
      <TextInput
        label={t.projects.name}
        required
        maxLength={120}
        value={fields.name}
        error={problemOf('/name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t.projects.description}
        autosize
        minRows={2}
        maxLength={10_000}
        value={fields.description}
        error={problemOf('/description')}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <div className="settings-row">
        <OwnerSelect
          project={project}
          value={fields.ownerId}
          onChange={(ownerId) => onChange({ ownerId })}
          problem={problemOf('/ownerId')}
        />
        <NativeSelect
          label={t.projects.riskClass}
          description={t.projects.riskClassHint}
          value={fields.riskClass}
          error={problemOf('/riskClass')}
          onChange={(event) => onChange({ riskClass: riskClassSchema.parse(event.currentTarget.value) })}
          data={riskClassSchema.options.map((value) => ({
            value,
            label: t.projects.riskClasses[value],
          }))}
        />
      </div>
    </>
  )
}

const toNumber = (value: number | string): number | null => (typeof value === 'number' ? value : null)

/** What it may spend, and how long what it found is kept. */
function LimitFields({ fields, onChange, problemOf }: FieldsProps): ReactElement {
  return (
    <>
      <NumberInput
        label={t.settings.budget}
        description={t.settings.budgetHint}
        min={0}
        decimalScale={2}
        thousandSeparator=","
        value={fields.budgetUsd ?? ''}
        error={problemOf('/budgetUsd')}
        onChange={(value) => onChange({ budgetUsd: toNumber(value) })}
      />
      <NumberInput
        label={t.settings.concurrency}
        required
        min={1}
        max={64}
        allowDecimal={false}
        value={fields.concurrency}
        error={problemOf('/concurrency')}
        onChange={(value) => onChange({ concurrency: toNumber(value) ?? 1 })}
      />
      <NumberInput
        label={t.settings.retention}
        description={t.settings.retentionHint}
        min={1}
        allowDecimal={false}
        value={fields.retentionDays ?? ''}
        error={problemOf('/retentionDays')}
        onChange={(value) => onChange({ retentionDays: toNumber(value) })}
      />
    </>
  )
}

interface OwnerSelectProps {
  readonly project: Project
  readonly value: string
  readonly onChange: (ownerId: string) => void
  readonly problem: string | undefined
}

/** Who answers for it: one of its members. */
function OwnerSelect({ project, value, onChange, problem }: OwnerSelectProps): ReactElement {
  const members = useHub('listMembers', { projectId: project.id })
  const people = [project.owner, ...(members.data?.items.map(({ person }) => person) ?? [])]
  const choices = new Map(people.map(({ id, name }) => [id, name]))
  return (
    <NativeSelect
      label={t.settings.owner}
      description={t.settings.ownerHint}
      value={value}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[...choices].map(([id, name]) => ({ value: id, label: name }))}
    />
  )
}
