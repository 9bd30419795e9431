import { findingSchema, type Finding } from '@assay/contracts/hub'
import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange } from '../../api/use-hub-change.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { showDone } from '../../components/show-notice.tsx'
import { useMentionable } from '../../components/use-mentionable.ts'
import * as t from '../../texts/texts.ts'

interface FindingFormProps {
  readonly finding: Finding
  /** Saved, or what stands now is to be shown: the form begins anew. */
  readonly onEnd: () => void
}

const { severity: severities, status: statuses } = findingSchema.shape

/** Status, severity, owner and words of a finding, as it was when the form was opened. */
export function FindingForm({ finding: current, onEnd }: FindingFormProps): ReactElement {
  const [opened] = useState(current)
  const [body, setBody] = useState(() => ({
    status: opened.status,
    severity: opened.severity,
    ownerId: opened.owner?.id ?? null,
    title: opened.title,
    description: opened.description,
  }))
  const set = (change: Partial<typeof body>) => setBody((before) => ({ ...before, ...change }))
  const { projectId, id: findingId, owner } = opened
  const people = useMentionable(projectId)
  const client = useQueryClient()
  const change = useHubChange('changeFinding', {
    readRevision: async () =>
      (await client.fetchQuery({ ...hubQuery('getFinding', { projectId, findingId }), staleTime: 0 })).revision,
    refreshes: ['getFinding', 'listFindings', 'listStandings'],
    onDone: (answer) => {
      // The form begins anew from what was saved, not from what was read before.
      client.setQueryData(hubQuery('getFinding', { projectId, findingId }).queryKey, answer)
      showDone(t.findings.one.saved)
      onEnd()
    },
    onTheirs: onEnd,
  })
  const words = t.findings.one
  const owners = owner === null || people.some(({ id }) => id === owner.id) ? people : [owner, ...people]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.run({ projectId, findingId, body }, opened.revision)
      }}
    >
      <Stack>
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
          error={change.problemOf('/ownerId')}
          data={[{ value: '', label: words.unowned }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => set({ ownerId: event.currentTarget.value || null })}
        />
        <details className="finding-form-words">
          <summary>{words.editWords}</summary>
          <Stack mt={8}>
            <TextInput
              label={t.findings.add.name}
              required
              maxLength={120}
              value={body.title}
              error={change.problemOf('/title')}
              onChange={(event) => set({ title: event.currentTarget.value })}
            />
            <Textarea
              label={t.findings.add.description}
              autosize
              minRows={3}
              maxRows={12}
              maxLength={10_000}
              value={body.description}
              error={change.problemOf('/description')}
              onChange={(event) => set({ description: event.currentTarget.value })}
            />
          </Stack>
        </details>
        <ChangeProblem change={change} fields={['/ownerId', '/title', '/description']} />
        <div>
          <Button type="submit" loading={change.isRunning}>
            {words.save}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
