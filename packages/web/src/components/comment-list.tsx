import type { Comment } from '@assay/contracts/hub'
import { Button, Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../api/use-hub-action.ts'
import { useHub } from '../api/use-hub.ts'
import { useProjectRight } from '../api/use-me.ts'
import * as t from '../texts/texts.ts'
import { ChangeProblem } from './change-problem.tsx'
import { PlainText } from './plain-text.tsx'
import { ProblemNote } from './problem-note.tsx'
import { RelativeTime } from './relative-time.tsx'
import { showProblem } from './show-notice.tsx'
import './comment-list.css'

interface CommentListProps {
  readonly projectId: string
  readonly subject: Comment['subject']
}

const refreshes = ['listComments', 'listCases'] as const

/** What people say of one thing, oldest first, and the field to say something oneself. */
export function CommentList({ projectId, subject }: CommentListProps): ReactElement {
  const read = useHub('listComments', { projectId, query: { ...subject, limit: 200 } })
  const mayReview = useProjectRight(projectId, 'review')
  const items = read.data?.items ?? []
  return (
    <div className="comment-list">
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {read.data !== undefined && items.length === 0 && <p className="quiet">{t.discussion.empty}</p>}
      {items.map((comment) => (
        <CommentItem key={comment.id} projectId={projectId} comment={comment} mayReview={mayReview} />
      ))}
      {mayReview && <NewComment projectId={projectId} subject={subject} />}
    </div>
  )
}

interface CommentItemProps {
  readonly projectId: string
  readonly comment: Comment
  readonly mayReview: boolean
}

function CommentItem({ projectId, comment, mayReview }: CommentItemProps): ReactElement {
  const change = useHubAction('changeComment', { refreshes, onFailed: showProblem })
  const isResolved = comment.resolvedAt !== null
  return (
    <article className="comment-list-one">
      <div className="comment-list-head">
        <strong>{comment.by.name}</strong>
        <span className="quiet">
          <RelativeTime time={comment.at} />
        </span>
        {isResolved && <span className="good">{t.discussion.resolved}</span>}
        {mayReview && (
          <button
            type="button"
            className="text-button no-print"
            onClick={() => change.run({ projectId, commentId: comment.id, body: { resolved: !isResolved } })}
          >
            {isResolved ? t.discussion.reopen : t.discussion.resolve}
          </button>
        )}
      </div>
      <PlainText text={comment.text} />
    </article>
  )
}

function NewComment({ projectId, subject }: CommentListProps): ReactElement {
  const [text, setText] = useState('')
  const add = useHubAction('addComment', { refreshes, onDone: () => setText('') })
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') add.run({ projectId, body: { subject, text } })
      }}
    >
      <Textarea
        label={t.discussion.add}
        autosize
        minRows={2}
        maxLength={10_000}
        value={text}
        error={add.problemOf('/text')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ChangeProblem change={add} fields={['/text']} />
      <Button type="submit" variant="default" mt="xs" loading={add.isRunning} disabled={text.trim() === ''}>
        {t.discussion.send}
      </Button>
    </form>
  )
}
