import type { Evaluation } from '@assay/contracts/hub'
import { formatRate } from '@assay/core/wording'
import { Button, NativeSelect, NumberInput, Skeleton } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, type ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { formatDate } from '../../figures/format-time.ts'
import * as t from '../../texts/texts.ts'

const route = getRouteApi('/in/projects/$projectId/comparisons')
const typingMs = 400
/** Of the hub, where nobody asks for another. */
const usualMargin = 3

/** Which two are compared, and what difference would matter; all in the address. */
export function EvaluationChoice({ projectId }: { readonly projectId: string }): ReactElement {
  const { a, b, margin } = route.useSearch()
  const navigate = route.useNavigate()
  const { rows, error, isLoading, retry } = useHubPages('listEvaluations', {
    projectId,
    query: { limit: 200 },
  })
  const finished = useMemo(() => rows.filter(({ passing }) => passing !== null), [rows])
  const change = (to: Readonly<Record<string, string | number | undefined>>) =>
    void navigate({ search: (before) => ({ ...before, case: undefined, ...to }) })
  const changeMargin = useDebouncedCallback(
    (points: number | undefined) => change({ margin: points }),
    typingMs,
  )
  if (error !== null) return <ProblemNote error={error} onRetry={retry} />
  if (isLoading) return <Skeleton height={56} mb={16} />
  if (finished.length < 2 && (a === undefined || b === undefined))
    return (
      <EmptyState
        what={t.comparisons.noTwo}
        action={
          <TextLink to="/projects/$projectId/evaluations" params={{ projectId }}>
            {t.evaluations.all}
          </TextLink>
        }
        example={t.comparisons.example}
      />
    )
  return (
    <form className="evaluation-choice no-print" onSubmit={(event) => event.preventDefault()}>
      <Choice label={t.comparisons.a} value={a} evaluations={finished} onChange={(id) => change({ a: id })} />
      <Choice label={t.comparisons.b} value={b} evaluations={finished} onChange={(id) => change({ b: id })} />
      <Button
        size="xs"
        variant="default"
        disabled={a === undefined && b === undefined}
        onClick={() => change({ a: b, b: a })}
      >
        {t.comparisons.swap}
      </Button>
      <NumberInput
        key={`${margin ?? 'usual'}`}
        size="xs"
        className="evaluation-choice-margin"
        label={t.comparisons.margin}
        title={t.comparisons.marginHint}
        min={0}
        max={100}
        defaultValue={margin ?? usualMargin}
        onChange={(value) => changeMargin(typeof value === 'number' ? value : undefined)}
      />
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly evaluations: readonly Evaluation[]
  readonly onChange: (id: string | undefined) => void
}

function Choice({ label, value, evaluations, onChange }: ChoiceProps): ReactElement {
  const isKnown = value === undefined || evaluations.some(({ id }) => id === value)
  return (
    <NativeSelect
      size="xs"
      className="evaluation-choice-one"
      label={label}
      value={value ?? ''}
      data={[
        { value: '', label: t.comparisons.none },
        ...(isKnown ? [] : [{ value: value ?? '', label: value ?? '' }]),
        ...evaluations.map((evaluation) => ({ value: evaluation.id, label: describe(evaluation) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}

const describe = ({ name, target, passing, createdAt }: Evaluation): string =>
  [
    name,
    [target.name, ...(target.version === null ? [] : [t.evaluations.version(target.version)])].join(' '),
    ...(passing === null ? [] : [formatRate(passing)]),
    formatDate(createdAt),
  ].join(' · ')
