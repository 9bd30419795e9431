import { labelOutcomeSchema, type LabelOutcome } from '@assay/contracts'
import { Button, Textarea } from '@mantine/core'
import { useRef, type ReactElement } from 'react'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import type { QueueWalk } from './use-queue-walk.ts'

interface LabelBarProps {
  readonly walk: QueueWalk
  readonly note: string
  readonly onNote: (note: string) => void
  readonly isAllowed: boolean
  readonly isSettling: boolean
}

const outcomes: readonly LabelOutcome[] = labelOutcomeSchema.options

/** The seven words, each with its key; note, skip, back and undo. All of it by keys alone. */
export function LabelBar({ walk, note, onNote, isAllowed, isSettling }: LabelBarProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null)
  const words = t.annotation.queue
  const say = (outcome: LabelOutcome) => walk.label(outcome, note.trim())
  const labelling = [
    ...outcomes.map((outcome, index) => ({
      key: String(index + 1),
      does: words.keys.label(words.outcomes[outcome]),
      run: () => say(outcome),
    })),
    { key: 'n', does: words.keys.note, run: () => field.current?.focus() },
  ]
  useShortcuts(isAllowed ? labelling : [])
  return (
    <section className="label-bar" aria-label={isSettling ? words.settleLabel : words.label}>
      {isAllowed && (
        <>
          <div className="label-bar-words">
            {outcomes.map((outcome, index) => (
              <Button
                key={outcome}
                size="compact-sm"
                variant={walk.own?.outcome === outcome ? 'filled' : 'default'}
                aria-pressed={walk.own?.outcome === outcome}
                title={words.meanings[outcome]}
                onClick={() => say(outcome)}
              >
                <kbd className="label-bar-key">{index + 1}</kbd>
                {words.outcomes[outcome]}
              </Button>
            ))}
          </div>
          <Textarea
            ref={field}
            size="xs"
            label={words.note}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={10_000}
            value={note}
            onChange={(event) => onNote(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur()
            }}
          />
        </>
      )}
      <WalkButtons walk={walk} />
      {isAllowed && <Guideline />}
    </section>
  )
}

function WalkButtons({ walk }: Pick<LabelBarProps, 'walk'>): ReactElement {
  const words = t.annotation.queue
  return (
    <div className="label-bar-walk">
      {walk.canGoBack && (
        <Button size="xs" variant="subtle" onClick={walk.back}>
          <kbd className="label-bar-key">{words.backKey}</kbd>
          {words.backWord}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={walk.skip}>
        <kbd className="label-bar-key">{words.skipKey}</kbd>
        {words.skip}
      </Button>
      <span className="quiet" role="status">
        {walk.isBusy ? words.saving : walk.isOnly ? words.onlyOne : ''}
      </span>
    </div>
  )
}

/** What the seven words mean. */
function Guideline(): ReactElement {
  const words = t.annotation.queue
  return (
    <details className="label-bar-guideline no-print">
      <summary>{words.guideline}</summary>
      <p>{words.guidelineFirst}</p>
      <dl>
        {outcomes.map((outcome) => (
          <div key={outcome}>
            <dt>{words.outcomes[outcome]}</dt>
            <dd>{words.meanings[outcome]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
