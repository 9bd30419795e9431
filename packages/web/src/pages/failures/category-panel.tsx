import type { FailureCategory } from '@assay/contracts/hub'
import { Button, Title } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useProjectRight } from '../../api/use-me.ts'
import { PlainTable } from '../../components/folded-table.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { casesIn, countedEvaluations, type CountedEvaluation } from './category-counts.ts'
import { CountCell } from './count-cell.tsx'
import { MergeCategory } from './merge-category.tsx'
import { NameCategory } from './name-category.tsx'

interface CategoryPanelProps {
  readonly projectId: string
  readonly categories: readonly FailureCategory[]
}

/** So many evaluations stand beside one another, the newest. */
const shownEvaluations = 6

type Asked =
  | { readonly what: 'name'; readonly category: FailureCategory | null }
  | { readonly what: 'merge'; readonly category: FailureCategory }

/** Categories with how often each was noted in which version; named, renamed and merged by people. */
export function CategoryPanel({ projectId, categories }: CategoryPanelProps): ReactElement {
  const mayReview = useProjectRight(projectId, 'review')
  const [asked, setAsked] = useState<Asked | null>(null)
  const words = t.failures.categories
  const all = countedEvaluations(categories)
  const shown = all.slice(-shownEvaluations)
  const close = () => setAsked(null)
  return (
    <section className="panel" aria-labelledby="categories-title">
      <div className="category-head">
        <Title order={2} id="categories-title">
          {words.title}
        </Title>
        {mayReview && (
          <Button size="xs" variant="default" onClick={() => setAsked({ what: 'name', category: null })}>
            {words.add}
          </Button>
        )}
      </div>
      {categories.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <CategoryTable projectId={projectId} categories={categories} shown={shown} onAsk={setAsked} />
      )}
      {categories.length > 0 && (
        <p className="failure-reading">{describe(categories, shown, all.length - shown.length)}</p>
      )}
      {asked?.what === 'name' && (
        <NameCategory projectId={projectId} category={asked.category} onClose={close} />
      )}
      {asked?.what === 'merge' && (
        <MergeCategory
          projectId={projectId}
          category={asked.category}
          categories={categories}
          onClose={close}
        />
      )}
    </section>
  )
}

interface CategoryTableProps extends CategoryPanelProps {
  readonly shown: readonly CountedEvaluation[]
  readonly onAsk: (asked: Asked) => void
}

function CategoryTable({ projectId, categories, shown, onAsk }: CategoryTableProps): ReactElement {
  const mayReview = useProjectRight(projectId, 'review')
  const words = t.failures.categories
  const most = mostOf(categories, shown)
  const buttonsOf = (category: FailureCategory) => (
    <CategoryButtons
      key="actions"
      onRename={() => onAsk({ what: 'name', category })}
      {...(categories.length > 1 ? { onMerge: () => onAsk({ what: 'merge', category }) } : {})}
    />
  )
  return (
    <PlainTable
      caption={words.counts}
      columns={[
        words.name,
        ...shown.map((evaluation) => nameOf(evaluation, shown)),
        ...(mayReview ? [words.actions] : []),
      ]}
      rows={categories.map((category) => [
        <CategoryName key="name" projectId={projectId} category={category} />,
        ...shown.map(({ evaluationId }) => (
          <CountCell
            key={evaluationId}
            projectId={projectId}
            place={{ evaluationId, categoryId: category.id }}
            cases={casesIn(category, evaluationId)}
            most={most}
          />
        )),
        ...(mayReview ? [buttonsOf(category)] : []),
      ])}
    />
  )
}

/** Of two evaluations of one version, the second says so. */
function nameOf({ version, evaluationId }: CountedEvaluation, all: readonly CountedEvaluation[]): string {
  const same = all.filter((one) => one.version === version)
  const place = same.findIndex((one) => one.evaluationId === evaluationId)
  const name = t.failures.categories.version(version ?? '?')
  return place > 0 ? `${name} (${place + 1})` : name
}

const mostOf = (categories: readonly FailureCategory[], shown: readonly CountedEvaluation[]): number =>
  Math.max(
    1,
    ...categories.flatMap((category) => shown.map(({ evaluationId }) => casesIn(category, evaluationId))),
  )

/** What moved most between the two newest evaluations, in words. */
function describe(
  categories: readonly FailureCategory[],
  shown: readonly CountedEvaluation[],
  older: number,
): string {
  const words = t.failures.categories
  const [before, after] = shown.slice(-2)
  const rest = [words.partial, ...(older > 0 ? [`${words.older(older)}.`] : [])]
  if (before === undefined || after === undefined) return rest.join(' ')
  const [moved] = categories
    .map((category) => ({
      name: category.name,
      from: casesIn(category, before.evaluationId),
      to: casesIn(category, after.evaluationId),
    }))
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
  const sentence =
    moved === undefined || moved.from === moved.to
      ? []
      : [words.reading(moved.name, [moved.from, nameOf(before, shown)], [moved.to, nameOf(after, shown)])]
  return [...sentence, ...rest].join(' ')
}

function CategoryName({
  projectId,
  category,
}: {
  readonly projectId: string
  readonly category: FailureCategory
}): ReactElement {
  return (
    <>
      <TextLink
        to="/projects/$projectId/failures"
        params={{ projectId }}
        search={{ categoryId: category.id }}
      >
        {category.name}
      </TextLink>
      {category.description !== '' && (
        <div className="quiet">
          <PlainText text={category.description} />
        </div>
      )}
    </>
  )
}

interface CategoryButtonsProps {
  readonly onRename: () => void
  readonly onMerge?: () => void
}

function CategoryButtons({ onRename, onMerge }: CategoryButtonsProps): ReactElement {
  const words = t.failures.categories
  return (
    <span className="category-buttons">
      <Button size="compact-sm" variant="subtle" onClick={onRename}>
        {words.rename}
      </Button>
      {onMerge !== undefined && (
        <Button size="compact-sm" variant="subtle" onClick={onMerge}>
          {words.merge}
        </Button>
      )}
    </span>
  )
}
