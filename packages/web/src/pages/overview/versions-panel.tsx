import type { Evaluation } from '@assay/contracts/hub'
import { formatRate } from '@assay/core/wording'
import { NativeSelect, Skeleton, Table } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { FigureText } from '../../components/figure-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import { VersionChart } from '../../components/version-chart.tsx'
import * as t from '../../texts/texts.ts'
import { targetsOf, toVersionPoints, type Confounder, type VersionPoint } from './to-version-points.ts'

const route = getRouteApi('/in/projects/$projectId/')

interface VersionsPanelProps {
  readonly projectId: string
  /** `undefined`: being read. */
  readonly evaluations: readonly Evaluation[] | undefined
}

const changeWords: Readonly<Record<Confounder, string>> = {
  'test set': t.overview.testSetChanged,
  judge: t.overview.judgeChanged,
}

/** Passing over the evaluations of one target, with a sentence and a table of the same. */
export function VersionsPanel({ projectId, evaluations }: VersionsPanelProps): ReactElement {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  if (evaluations === undefined) return <Skeleton height={240} />
  const targets = targetsOf(evaluations)
  const target = targets.find((name) => name === search.target) ?? targets[0] ?? ''
  const points = toVersionPoints(evaluations, target)
  return (
    <div className="overview-versions">
      {targets.length > 1 && (
        <NativeSelect
          className="no-print"
          size="xs"
          label={t.overview.target}
          value={target}
          data={[...targets]}
          onChange={(event) =>
            void navigate({ search: { target: event.currentTarget.value }, replace: true })
          }
        />
      )}
      <VersionChart
        marks={points.map((point) => ({
          key: point.evaluationId,
          label: t.overview.version(point.version),
          name: `${point.name}, ${t.overview.version(point.version)}`,
          passing: point.passing,
          changes: point.confounders.map((confounder) => changeWords[confounder]),
          link: {
            to: '/projects/$projectId/evaluations/$evaluationId',
            params: { projectId, evaluationId: point.evaluationId },
          },
        }))}
      />
      <p className="overview-sentence">{describePoints(points)}</p>
      <details>
        <summary>{t.overview.table}</summary>
        <PointsTable projectId={projectId} points={points} />
      </details>
    </div>
  )
}

/** What the picture shows, from the figures. */
function describePoints(points: readonly VersionPoint[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return ''
  const inWords = ({ version, passing }: VersionPoint) =>
    t.overview.versionRate(t.overview.version(version), formatRate(passing))
  if (first === last) return t.overview.onlyOne(inWords(first))
  const changed = new Set(points.flatMap(({ confounders }) => confounders))
  const words = [
    ...(changed.has('test set') ? [t.overview.theTestSet] : []),
    ...(changed.has('judge') ? [t.overview.theJudge] : []),
  ]
  const sentence = t.overview.fromTo(inWords(first), inWords(last))
  return words.length === 0 ? sentence : `${sentence} ${t.overview.confounded(words)}`
}

interface PointsTableProps {
  readonly projectId: string
  readonly points: readonly VersionPoint[]
}

function PointsTable({ projectId, points }: PointsTableProps): ReactElement {
  const titles = [
    t.overview.when,
    t.overview.passing,
    t.overview.testSet,
    t.overview.judge,
    t.overview.changed,
  ]
  return (
    <div className="overview-scroll">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.components.chart.version}</Table.Th>
            {titles.map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map((point) => (
            <Table.Tr key={point.evaluationId}>
              <Table.Th scope="row">
                <ThingLink kind="evaluation" projectId={projectId} id={point.evaluationId}>
                  {t.overview.version(point.version)}
                </ThingLink>
              </Table.Th>
              <Table.Td>
                <RelativeTime time={point.finishedAt} />
              </Table.Td>
              <Table.Td>
                <FigureText estimate={point.passing} />
              </Table.Td>
              <Table.Td>{point.testSet}</Table.Td>
              <Table.Td>{point.judge}</Table.Td>
              <Table.Td>{point.confounders.map((confounder) => changeWords[confounder]).join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
