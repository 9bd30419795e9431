import { Button, Menu } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { BulkDialog, type BulkQuestion } from './bulk-dialog.tsx'
import type { CaseSearch } from './case-filter.ts'
import { readAllCaseIds } from './read-all-case-ids.ts'
import type { CaseChanges } from './use-case-changes.ts'

interface BulkActionsProps {
  readonly projectId: string
  readonly testSetId: string
  readonly ids: ReadonlySet<string>
  readonly search: CaseSearch
  readonly total: number | undefined
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly changes: CaseChanges
}

const asked = ['add-tag', 'remove-tag', 'move', 'copy'] as const

/** What is done to the selected cases. All of it can be taken back, so nothing is asked twice. */
export function BulkActions(props: BulkActionsProps): ReactElement {
  const { projectId, testSetId, ids, changes } = props
  const [question, setQuestion] = useState<BulkQuestion | null>(null)
  const run = (action: Parameters<CaseChanges['run']>[1]) => changes.run([...ids], action)
  const names = {
    'add-tag': t.testSets.addTag,
    'remove-tag': t.testSets.removeTag,
    move: t.testSets.move,
    copy: t.testSets.copy,
  }
  return (
    <>
      <SelectAll {...props} />
      <Button
        size="compact-sm"
        variant="default"
        disabled={changes.isRunning}
        onClick={() => run({ do: 'set-status', status: 'active' })}
      >
        {t.testSets.activate}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={changes.isRunning}
        onClick={() => run({ do: 'set-status', status: 'draft' })}
      >
        {t.testSets.toDraft}
      </Button>
      <Menu>
        <Menu.Target>
          <Button size="compact-sm" variant="default" disabled={changes.isRunning}>
            {t.testSets.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {asked.map((one) => (
            <Menu.Item key={one} onClick={() => setQuestion(one)}>
              {names[one]}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => run({ do: 'remove' })}>{t.testSets.remove}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {question !== null && (
        <BulkDialog
          question={question}
          projectId={projectId}
          testSetId={testSetId}
          count={ids.size}
          onClose={() => setQuestion(null)}
          onAction={(action) => {
            setQuestion(null)
            run(action)
          }}
        />
      )}
    </>
  )
}

/** Those that are not loaded yet are found too. */
function SelectAll({
  projectId,
  testSetId,
  ids,
  search,
  total,
  onSelect,
}: BulkActionsProps): ReactElement | null {
  const [found, setFound] = useState<number | null>(null)
  if (total === undefined || ids.size >= total) return null
  const select = async () => {
    setFound(0)
    try {
      onSelect(new Set(await readAllCaseIds({ projectId, id: testSetId }, search, setFound)))
    } catch (error) {
      showProblem(error instanceof Error ? error : new Error(String(error)))
    }
    setFound(null)
  }
  return (
    <Button size="compact-sm" variant="default" disabled={found !== null} onClick={() => void select()}>
      {found === null ? t.testSets.selectAllThatFit(total) : t.testSets.selectedSoFar(found)}
    </Button>
  )
}
