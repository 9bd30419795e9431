import type { Comment } from '@assay/contracts/hub'
import { Button, Skeleton } from '@mantine/core'
import { useState, type ReactElement, type RefObject } from 'react'
import type { HubInput } from '../api/hub-types.ts'
import { useHubAction } from '../api/use-hub-action.ts'
import { useHubPages } from '../api/use-hub-pages.ts'
import { useMe, useProjectRight } from '../api/use-me.ts'
import * as t from '../texts/texts.ts'
import { ChangeProblem } from './change-problem.tsx'
import { MentionField } from './mention-field.tsx'
import { mentionedIn } from './mentioned-in.ts'
import { PlainText } from './plain-text.tsx'
import { ProblemNote } from './problem-note.tsx'
import { RelativeTime } from './relative-time.tsx'
import { useMentionable } from './use-mentionable.ts'
import './comment-thread.css'

export type CommentSubject = HubInput<'addComment'>['body']['subject']

interface CommentThreadProps {
  readonly projectId: string
  readonly subject: CommentSubject
  /** Of the field for a new comment, for a key that goes there. */
  readonly field?: RefObject<HTMLTextAreaElement | null> | undefined
}

/** Comments on one thing, oldest first, with a field for the next. */
export function CommentThread({ projectId, subject, field }: CommentThreadProps): ReactElement {
  const mayReview = useProjectRight(projectId, 'review')
  const read = useHubPages('listComments', { projectId, query: { ...subject, limit: 100 } })
  const words = t.components.comments
  return (
    <div className="comment-thread">
      <ProblemNote error={read.error} onRetry={read.retry} />
      {read.isLoading && <Skeleton height={48} />}
      {!read.isLoading && read.error === null && read.rows.length === 0 && (
        <p className="quiet">{words.none}</p>
      )}
      <ol className="comment-thread-list" aria-label={words.title}>
        {read.rows.map((comment) => (
          <CommentItem key={comment.id} projectId={projectId} comment={comment} />
        ))}
      </ol>
      {read.hasMore && (
        <Button size="xs" variant="default" onClick={read.loadMore} loading={read.isLoadingMore}>
          {t.components.table.loadMore}
        </Button>
      )}
      {mayReview && <NewComment projectId={projectId} subject={subject} field={field} />}
    </div>
  )
}

interface CommentItemProps {
  readonly projectId: string
  readonly comment: Comment
}

function CommentItem({ projectId, comment }: CommentItemProps): ReactElement {
  const { id: commentId, by, at, text, editedAt, resolvedAt } = comment
  const me = useMe()
  const mayReview = useProjectRight(projectId, 'review')
  const [isEditing, setEditing] = useState(false)
  const change = useHubAction('changeComment', {
    refreshes: ['listComments'],
    onDone: () => setEditing(false),
  })
  const words = t.components.comments
  return (
    <li className="comment-thread-item" data-resolved={resolvedAt !== null}>
      <div className="comment-thread-head">
        <strong>{by.name}</strong>{' '}
        <span className="quiet">
          <RelativeTime time={at} />
          {editedAt !== null && ` · ${words.edited}`}
          {resolvedAt !== null && ` · ${words.resolved}`}
        </span>
        {mayReview && (
          <span className="comment-thread-actions no-print">
            {by.id === me.id && !isEditing && (
              <button type="button" className="text-button" onClick={() => setEditing(true)}>
                {words.edit}
              </button>
            )}
            <button
              type="button"
              className="text-button"
              onClick={() => change.run({ projectId, commentId, body: { resolved: resolvedAt === null } })}
            >
              {resolvedAt === null ? words.resolve : words.reopen}
            </button>
          </span>
        )}
      </div>
      {isEditing ? (
        <EditComment
          text={text}
          isRunning={change.isRunning}
          onSave={(edited) => change.run({ projectId, commentId, body: { text: edited } })}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <PlainText text={text} />
      )}
      <ChangeProblem change={change} />
    </li>
  )
}

interface EditCommentProps {
  readonly text: string
  readonly isRunning: boolean
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}

function EditComment({ text, isRunning, onSave, onCancel }: EditCommentProps): ReactElement {
  const [edited, setEdited] = useState(text)
  const words = t.components.comments
  return (
    <form
      className="comment-thread-new"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(edited)
      }}
    >
      <MentionField label={words.edit} value={edited} onChange={setEdited} people={[]} />
      <div className="comment-thread-buttons">
        <Button type="submit" size="xs" loading={isRunning} disabled={edited.trim() === ''}>
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t.components.confirm.cancel}
        </Button>
      </div>
    </form>
  )
}

function NewComment({ projectId, subject, field }: CommentThreadProps): ReactElement {
  const [text, setText] = useState('')
  const people = useMentionable(projectId)
  const add = useHubAction('addComment', {
    refreshes: ['listComments', 'listResults'],
    onDone: () => setText(''),
  })
  const words = t.components.comments
  return (
    <form
      className="comment-thread-new no-print"
      onSubmit={(event) => {
        event.preventDefault()
        add.run({ projectId, body: { subject, text, mentionIds: [...mentionedIn(text, people)] } })
      }}
    >
      <MentionField
        label={words.add}
        description={words.hint}
        value={text}
        onChange={setText}
        people={people}
        error={add.problemOf('/text')}
        field={field}
      />
      <ChangeProblem change={add} fields={['/text']} />
      <div className="comment-thread-buttons">
        <Button
          type="submit"
          size="xs"
          variant="default"
          loading={add.isRunning}
          disabled={text.trim() === ''}
        >
          {words.send}
        </Button>
      </div>
    </form>
  )
}
