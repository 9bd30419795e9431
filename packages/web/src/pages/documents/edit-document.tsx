import type { HubDocument } from '@assay/contracts/hub'
import { Button, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef, useState, type ReactElement } from 'react'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { ButtonLink } from '../../components/router-links.tsx'
import { showDone } from '../../components/show-notice.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import * as t from '../../texts/texts.ts'
import { BodyForm } from './body-form.tsx'
import type { Body } from './body-field.ts'
import { NameField } from './name-field.tsx'
import { toBodyProblems } from './to-body-problems.ts'
import { useDocumentChange } from './use-document-change.ts'
import './documents.css'

interface EditDocumentProps {
  readonly document: HubDocument
  /** Saved, or given up for what stands now. */
  readonly onSettled: (isSaved: boolean) => void
}

/** Another body makes a new version; another name does not. Kept as it was when it was opened. */
export function EditDocument({ document: current, onSettled }: EditDocumentProps): ReactElement {
  const [opened] = useState(current)
  const [name, setName] = useState(opened.name)
  const [body, setBody] = useState<Body>(() => opened.body)
  const [note, setNote] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const isDone = useRef(false)
  const place = { projectId: opened.projectId, documentId: opened.id }
  const change = useDocumentChange('changeDocument', place, {
    onDone: ({ version }) => {
      isDone.current = true
      showDone(version === opened.version ? t.documents.nothingNew : t.documents.saved(version))
      onSettled(true)
    },
    onTheirs: () => onSettled(false),
  })
  const isChanged = name !== opened.name || JSON.stringify(body) !== JSON.stringify(opened.body)
  useHotkeys([['mod+S', () => form.current?.requestSubmit()]], [])
  return (
    <form
      ref={form}
      className="document-form"
      onSubmit={(event) => {
        event.preventDefault()
        change.run({ ...place, body: { name, body, note } }, opened.revision)
      }}
    >
      <UnsavedGuard isDirty={() => isChanged && !isDone.current} />
      <NameField kind={opened.kind} name={name} onChange={setName} problem={change.problemOf('/name')} />
      <BodyForm
        projectId={opened.projectId}
        kind={opened.kind}
        body={body}
        onChange={setBody}
        problemOf={toBodyProblems(change.problemOf)}
      />
      <TextInput
        label={t.documents.note}
        description={t.documents.noteHint}
        maxLength={10_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="document-form-buttons no-print">
        <ChangeProblem change={change} fields={['/name']} />
        <Button type="submit" loading={change.isRunning} disabled={!isChanged}>
          {t.documents.save}
        </Button>
        <ButtonLink to="." search={{}} variant="default">
          {t.documents.cancel}
        </ButtonLink>
        <span className="quiet">{t.testSets.saveKeys}</span>
      </div>
    </form>
  )
}
