import type { AnnotationQueue } from '@assay/contracts/hub'
import { joinWords } from '@assay/core/wording'
import { Button, Skeleton } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useMe, useProjectRight } from '../../api/use-me.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import { AgreementPanel } from './agreement-panel.tsx'
import { LabelBar } from './label-bar.tsx'
import { LastLabel } from './last-label.tsx'
import { QueueHeader } from './queue-header.tsx'
import { RowSides } from './row-sides.tsx'
import { useQueueWalk, type QueueWalk } from './use-queue-walk.ts'
import './queue-page.css'

interface QueueWorkProps {
  readonly queue: AnnotationQueue
  readonly isSettling: boolean
}

/** The row that is looked at, the words to give it, and how far the queue is. */
export function QueueWork({ queue, isSettling }: QueueWorkProps): ReactElement {
  const { projectId, id: queueId, blind } = queue
  const walk = useQueueWalk({ projectId, queueId, adjudicate: isSettling })
  const refusal = useRefusal(queue, isSettling)
  const { row, error } = walk
  const { keys } = t.annotation.queue
  useShortcuts([
    { key: 'j', does: keys.skip, run: walk.skip },
    { key: 'k', does: keys.back, run: walk.back },
    { key: 'u', does: keys.undo, run: walk.undo },
  ])
  const isDone = row === null && !walk.isBusy && error === null
  return (
    <div className="queue-page">
      <QueueHeader queue={queue} isSettling={isSettling} left={walk.left} isDone={isDone} />
      {refusal !== null && <p className="unsure">{refusal}</p>}
      <ProblemNote error={error} onRetry={walk.retry} />
      {walk.last !== null && <LastLabel row={walk.last} onUndo={walk.undo} isSettling={isSettling} />}
      {row === null && walk.isBusy && <Skeleton height={360} />}
      {isDone && <Done walk={walk} isSettling={isSettling} />}
      {row !== null && (
        <>
          <RowSides row={row} isHidden={blind && !isSettling && walk.own === null} />
          <Labelling key={row.id} walk={walk} isAllowed={refusal === null} isSettling={isSettling} />
        </>
      )}
      <AgreementPanel queue={queue} />
    </div>
  )
}

/** Why this person gives no label here; `null`: they may. */
function useRefusal({ projectId, labellers }: AnnotationQueue, isSettling: boolean): string | null {
  const me = useMe()
  const mayReview = useProjectRight(projectId, 'review')
  if (!mayReview) return t.annotation.queue.notReviewer
  if (isSettling || labellers.length === 0 || labellers.some(({ id }) => id === me.id)) return null
  return t.annotation.queue.notLabeller(joinWords(labellers.map(({ name }) => name)))
}

interface LabellingProps {
  readonly walk: QueueWalk
  readonly isAllowed: boolean
  readonly isSettling: boolean
}

function Labelling({ walk, isAllowed, isSettling }: LabellingProps): ReactElement {
  const [note, setNote] = useState(walk.own?.note ?? '')
  return <LabelBar walk={walk} note={note} onNote={setNote} isAllowed={isAllowed} isSettling={isSettling} />
}

function Done({ walk, isSettling }: Pick<LabellingProps, 'walk' | 'isSettling'>): ReactElement {
  const words = t.annotation.queue
  return (
    <div className="panel">
      <p>{isSettling ? words.doneSettled : words.done}</p>
      {walk.canGoBack && (
        <>
          <p className="quiet">{words.doneHint}</p>
          <Button variant="default" onClick={walk.back}>
            {words.back}
          </Button>
        </>
      )}
    </div>
  )
}
