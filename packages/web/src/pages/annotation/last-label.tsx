import type { QueueRow } from '@assay/contracts/hub'
import { joinWords } from '@assay/core/wording'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useMe } from '../../api/use-me.ts'
import { PlainText } from '../../components/plain-text.tsx'
import * as t from '../../texts/texts.ts'
import { judgeWord } from './judge-word.ts'

interface LastLabelProps {
  /** As it stands with the label. */
  readonly row: QueueRow
  readonly onUndo: () => void
  readonly isSettling: boolean
}

/** What was said of the row before, what the judge and others say of it, and a way to take it back. */
export function LastLabel({ row, onUndo, isSettling }: LastLabelProps): ReactElement | null {
  const me = useMe()
  const own = row.labels.find(({ by, adjudicates }) => by.id === me.id && adjudicates === isSettling)
  if (own === undefined) return null
  const words = t.annotation.queue
  const judge = judgeWord(row.verdicts)
  const others = row.labels.filter(({ by, adjudicates }) => by.id !== me.id && !adjudicates)
  return (
    <div className="last-label" role="status">
      <div className="last-label-words">
        <span className="quiet last-label-question">
          <PlainText text={row.testCase.question} />
        </span>
        <span>
          <strong>{words.last(words.outcomes[own.outcome])}</strong>{' '}
          {judge !== null && words.judgeSaid(judge)}{' '}
          {others.length > 0 && words.others(joinWords(others.map(({ outcome }) => words.outcomes[outcome])))}
        </span>
      </div>
      <Button size="xs" variant="default" onClick={onUndo}>
        <kbd className="label-bar-key">{words.undoKey}</kbd>
        {words.undo}
      </Button>
    </div>
  )
}
