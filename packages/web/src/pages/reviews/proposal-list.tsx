import { Button, Checkbox, Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useRef, type ReactElement, type ReactNode } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import { ProposalCard } from './proposal-card.tsx'
import './proposal-list.css'

const route = getRouteApi('/in/projects/$projectId/reviews')

/** Cases that people proposed from answers: accepted into the test set, or rejected. */
export function ProposalList({ views }: { readonly views: ReactNode }): ReactElement {
  const { projectId } = route.useParams()
  const { all = false } = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useProjectRight(projectId, 'edit')
  const source = useHubPages('listProposals', { projectId, query: { undecided: String(!all), limit: 50 } })
  const list = useRef<HTMLDivElement>(null)
  useShortcuts(cardKeys(list, mayEdit))
  const words = t.reviews.proposals
  const { rows, isLoading, error, hasMore } = source
  const count = (all ? words.answerAll : words.answer)(rows.length)
  return (
    <>
      <PageHeader question={words.title} answer={isLoading ? null : hasMore ? undefined : count} />
      {views}
      <div className="proposal-list-tools no-print">
        <Checkbox
          label={words.all}
          checked={all}
          onChange={(event) => {
            const isAll = event.currentTarget.checked
            void navigate({ search: (before) => ({ ...before, all: isAll || undefined }), replace: true })
          }}
        />
        {!mayEdit && <span className="quiet">{words.ownerDecides}</span>}
      </div>
      <ProblemNote error={error} onRetry={source.retry} />
      {isLoading && <Skeleton height={240} />}
      {!isLoading && error === null && rows.length === 0 && (
        <EmptyState what={words.empty} example={words.emptyExample} />
      )}
      <div className="proposal-list" ref={list}>
        {rows.map((proposal) => (
          <ProposalCard key={proposal.id} projectId={projectId} proposal={proposal} mayDecide={mayEdit} />
        ))}
      </div>
      {hasMore && (
        <Button variant="default" onClick={source.loadMore} loading={source.isLoadingMore}>
          {words.more}
        </Button>
      )}
    </>
  )
}

/** `j` and `k` walk from card to card; `a` and `r` decide on the one that has the focus. */
function cardKeys(list: { readonly current: HTMLElement | null }, mayDecide: boolean) {
  const words = t.reviews.proposals
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-proposal]') ?? [])]
  const focused = () => cards().findIndex((card) => card.contains(document.activeElement))
  const move = (step: 1 | -1) => {
    const next = cards()[Math.max(0, focused() + step)]
    next?.focus()
    return next !== undefined
  }
  const press = (decision: string) => {
    const button = cards()[focused()]?.querySelector<HTMLElement>(`[data-decides="${decision}"]`)
    button?.click()
    return button !== null && button !== undefined
  }
  return [
    { key: 'j', does: words.next, run: () => move(1) },
    { key: 'k', does: words.previous, run: () => move(-1) },
    ...(mayDecide
      ? [
          { key: 'a', does: words.keyAccept, run: () => press('accepted') },
          { key: 'r', does: words.keyReject, run: () => press('rejected') },
        ]
      : []),
  ]
}
