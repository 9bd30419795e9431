import { findingSchema, type Finding } from '@assay/contracts/hub'
import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import type { FieldProblems } from '../../api/field-problems.ts'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange } from '../../api/use-hub-change.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { showDone } from '../../components/show-notice.tsx'
import { useMentionable } from '../../components/use-mentionable.ts'
import * as t from '../../texts/texts.ts'

interface FindingFormProps {
  readonly finding: Finding
  /** Saved, or what stands now is to be shown: the form begins anew. */
  readonly onEnd: (saved: Finding | null) => void
}

const { severity: severities, status: statuses } = findingSchema.shape

interface FindingBody extends Pick<Finding, 'status' | 'severity' | 'title' | 'description'> {
  readonly ownerId: string | null
}

const toBody = ({ status, severity, owner, title, description }: Finding): FindingBody => ({
  status,
  severity,
  ownerId: owner?.id ?? null,
  title,
  description,
})

/** Status, severity, owner and words of a finding, as it was when the form was opened. */
export function FindingForm({ finding: current, onEnd }: FindingFormProps): ReactElement {
  const [opened] = useState(current)
  const [body, setBody] = useState(() => toBody(opened))
  const set = (change: Partial<FindingBody>) => setBody((before) => ({ ...before, ...change }))
  const { projectId, id: findingId } = opened
  const client = useQueryClient()
  const change = useHubChange('changeFinding', {
    readRevision: async () =>
      (await client.fetchQuery({ ...hubQuery('getFinding', { projectId, findingId }), staleTime: 0 }))
        .revision,
    refreshes: ['getFinding', 'listFindings', 'listStandings'],
    onDone: (answer) => {
      showDone(t.findings.one.saved)
      onEnd(answer)
    },
    onTheirs: () => onEnd(null),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.run({ projectId, findingId, body }, opened.revision)
      }}
    >
      <Stack>
        <StandingFields opened={opened} body={body} set={set} problemOf={change.problemOf} />
        <WordFields body={body} set={set} problemOf={change.problemOf} />
        <ChangeProblem change={change} fields={['/ownerId', '/title', '/description']} />
        <div>
          <Button type="submit" loading={change.isRunning}>
            {t.findings.one.save}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

interface FieldsProps {
  readonly body: FindingBody
  readonly set: (change: Partial<FindingBody>) => void
  readonly problemOf: FieldProblems
}

function StandingFields({
  opened: { projectId, owner },
  body,
  set,
  problemOf,
}: FieldsProps & { readonly opened: Finding }): ReactElement {
  const people = useMentionable(projectId)
  const owners = owner === null || people.some(({ id }) => id === owner.id) ? people : [owner, ...people]
  return (
    <>
      <NativeSelect
        label={t.findings.list.status}
        value={body.status}
        data={statuses.options.map((value) => ({ value, label: t.findings.statuses[value] }))}
        onChange={(event) => set({ status: statuses.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t.findings.list.severity}
        value={body.severity}
        data={severities.options.map((value) => ({ value, label: t.findings.severities[value] }))}
        onChange={(event) => set({ severity: severities.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t.findings.list.owner}
        value={body.ownerId ?? ''}
        error={problemOf('/ownerId')}
        data={[
          { value: '', label: t.findings.one.unowned },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => set({ ownerId: event.currentTarget.value || null })}
      />
    </>
  )
}

function WordFields({ body, set, problemOf }: FieldsProps): ReactElement {
  return (
    <details className="finding-form-words">
      <summary>{t.findings.one.editWords}</summary>
      <Stack mt={8}>
        <TextInput
          label={t.findings.add.name}
          required
          maxLength={120}
          value={body.title}
          error={problemOf('/title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t.findings.add.description}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={10_000}
          value={body.description}
          error={problemOf('/description')}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </Stack>
    </details>
  )
}
