import { Button, NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type DragEvent, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ButtonLink } from '../../components/router-links.tsx'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { showDone, showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { caseReadings } from './case-readings.ts'
import { useUndoCases } from './use-undo-cases.ts'
import { largestFile, readFile, toSize } from './read-file.ts'
import './test-sets.css'

interface ImportCasesProps {
  readonly projectId: string
  readonly testSetId: string
}

const statuses = ['active', 'draft'] as const
const existings = ['refuse', 'keep', 'change'] as const

interface ImportWay {
  readonly status: (typeof statuses)[number]
  readonly existing: (typeof existings)[number]
}

/** Brings cases from a file; all of it or nothing. */
export function ImportCases(params: ImportCasesProps): ReactElement {
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [way, setWay] = useState<ImportWay>({ status: 'active', existing: 'refuse' })
  const to = '/projects/$projectId/test-sets/$testSetId' as const
  const undo = useUndoCases(params.projectId, params.testSetId)
  const bring = useHubAction('importCases', {
    refreshes: caseReadings,
    onDone: ({ added, changed, format, version }) => {
      const done = t.testSets.importDone(added, changed, format)
      // A file that changes nothing makes no version.
      if (added + changed === 0) showDone(done)
      else showUndo(done, () => void undo({ version, before: version - 1, to: null }))
      void navigate({ to, params })
    },
  })
  const send = async (chosen: File) => {
    const { text, encoding } = await readFile(chosen)
    bring.run({ ...params, body: { name: chosen.name, text, encoding, ...way } })
  }
  const isTooLarge = file !== null && file.size > largestFile
  return (
    <form
      className="test-sets-import"
      onSubmit={(event) => {
        event.preventDefault()
        if (file !== null && !isTooLarge) void send(file)
      }}
    >
      <FileField
        file={file}
        onFile={(chosen) => {
          bring.reset()
          setFile(chosen)
        }}
      />
      {isTooLarge && (
        <p className="bad" role="alert">
          {t.testSets.tooLarge(toSize(file.size))}
        </p>
      )}
      <WayFields way={way} onChange={setWay} />
      <ChangeProblem change={bring} />
      <div className="test-sets-buttons">
        <Button type="submit" loading={bring.isRunning} disabled={file === null || isTooLarge}>
          {t.testSets.importSubmit}
        </Button>
        <ButtonLink to={to} params={params} variant="default">
          {t.testSets.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}

interface WayFieldsProps {
  readonly way: ImportWay
  readonly onChange: (way: ImportWay) => void
}

/** What is done with what the file holds. */
function WayFields({ way, onChange }: WayFieldsProps): ReactElement {
  const { status, existing } = way
  return (
    <>
      <NativeSelect
        label={t.testSets.importStatus}
        value={status}
        onChange={(event) => {
          const chosen = statuses.find((one) => one === event.currentTarget.value) ?? status
          onChange({ ...way, status: chosen })
        }}
        data={statuses.map((value) => ({ value, label: t.testSets.importStatuses[value] }))}
      />
      <NativeSelect
        label={t.testSets.importExisting}
        value={existing}
        onChange={(event) => {
          const chosen = existings.find((one) => one === event.currentTarget.value) ?? existing
          onChange({ ...way, existing: chosen })
        }}
        data={existings.map((value) => ({ value, label: t.testSets.importExistings[value] }))}
      />
    </>
  )
}

interface FileFieldProps {
  readonly file: File | null
  readonly onFile: (file: File) => void
}

/** Takes a dropped file, or one that is chosen. */
function FileField({ file, onFile }: FileFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const chosen = files?.[0]
    if (chosen !== undefined) onFile(chosen)
  }
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over)
  }
  return (
    <div
      className="test-sets-drop"
      data-over={isOver}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        take(event.dataTransfer.files)
      }}
    >
      <span aria-live="polite">
        {file === null ? t.testSets.dropHere : t.testSets.chosen(file.name, toSize(file.size))}
      </span>
      <Button variant="default" onClick={() => input.current?.click()}>
        {t.testSets.chooseFile}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.testSets.chooseFile}
        accept=".jsonl,.json,.csv,.tsv,.txt,.xlsx"
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  )
}
