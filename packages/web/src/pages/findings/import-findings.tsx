import { Button, FileInput, Group, Modal, NativeSelect, Stack } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { HubAnswer, HubInput } from '../../api/hub-types.ts'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import * as t from '../../texts/texts.ts'

interface ImportFindingsProps {
  readonly projectId: string
  readonly onClose: () => void
}

type Format = HubInput<'importFindings'>['body']['format']
const formats: readonly Format[] = ['garak', 'promptfoo', 'giskard']

/** Reads a report of garak, promptfoo or Giskard, and says what came of it. */
export function ImportFindings({ projectId, onClose }: ImportFindingsProps): ReactElement {
  const [format, setFormat] = useState<Format>('garak')
  const [file, setFile] = useState<File | null>(null)
  const [isMissing, setMissing] = useState(false)
  const read = useHubAction('importFindings', { refreshes: ['listFindings', 'listStandings'] })
  const words = t.findings.import
  const send = async () => {
    setMissing(file === null)
    if (file !== null)
      read.run({ projectId, body: { format, name: file.name.slice(0, 300), text: await file.text() } })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': t.components.close }}
    >
      {read.answer === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <Stack>
            <FormatSelect format={format} onChange={setFormat} />
            <FileInput
              label={words.file}
              description={words.hints[format]}
              required
              placeholder={words.placeholder}
              accept=".json,.jsonl,application/json"
              value={file}
              error={isMissing && file === null ? words.choose : read.problemOf('/text')}
              onChange={setFile}
            />
            <div className="quiet">{words.again}</div>
            <ChangeProblem change={read} fields={['/text']} />
            <Group>
              <Button type="submit" loading={read.isRunning}>
                {words.submit}
              </Button>
              <Button variant="default" onClick={onClose}>
                {t.components.confirm.cancel}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Imported answer={read.answer} onClose={onClose} />
      )}
    </Modal>
  )
}

interface FormatSelectProps {
  readonly format: Format
  readonly onChange: (format: Format) => void
}

function FormatSelect({ format, onChange }: FormatSelectProps): ReactElement {
  const words = t.findings.import
  return (
    <NativeSelect
      label={words.format}
      value={format}
      data-autofocus
      data={formats.map((value) => ({ value, label: words.formats[value] }))}
      onChange={(event) => {
        const chosen = formats.find((known) => known === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}

interface ImportedProps {
  readonly answer: HubAnswer<'importFindings'>
  readonly onClose: () => void
}

function Imported({ answer: { added, updated, skipped }, onClose }: ImportedProps): ReactElement {
  const words = t.findings.import
  return (
    <Stack>
      <div role="status">{words.done(added, updated)}</div>
      {skipped.length > 0 && (
        <details>
          <summary>{words.skipped(skipped.length)}</summary>
          <ul>
            {skipped.map((row, index) => (
              // What was left out does not change.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} className="plain-text">
                {row}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Group>
        <Button onClick={onClose} data-autofocus>
          {words.close}
        </Button>
      </Group>
    </Stack>
  )
}
