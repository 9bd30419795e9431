import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { toProblem } from '../api/to-problem.ts'
import { PageHeader } from '../components/page-header.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import * as t from '../texts/texts.ts'
import { NotFound } from './not-found.tsx'

/** In place of a page that could not be shown; the frame around it stays. */
export function PageProblem({ error, reset }: ErrorComponentProps): ReactElement {
  const router = useRouter()
  const { status } = toProblem(error)
  useEffect(() => {
    // The session ended while the page was open: the frame's check leads to the sign-in.
    if (status === 401) void router.invalidate()
  }, [router, status])
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <>
      {status === 404 ? <NotFound /> : <PageHeader question={t.problems.page} />}
      <ProblemNote error={error} onRetry={retry} />
    </>
  )
}
