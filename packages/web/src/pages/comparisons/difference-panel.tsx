import type { Comparison } from '@assay/contracts'
import { formatDifference } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { FoldedTable } from '../../components/folded-table.tsx'
import { DifferenceChart } from '../../components/interval-chart.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'

/** The paired difference of all cases and of each type; a row leads to the flips of its type. */
export function DifferencePanel({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const { overall, byType, cases } = comparison
  const words = t.comparisons
  const rows = [
    { key: '', name: words.allTypes, difference: overall },
    ...byType.map(({ type, difference }) => ({ key: type, name: type, difference })),
  ]
  return (
    <section className="panel" aria-labelledby="pairs-title">
      <Title order={2} id="pairs-title">
        {words.pairs}
      </Title>
      <DifferenceChart
        label={words.pairs}
        rows={rows.map(({ key, name, difference }) => ({
          key,
          label: (
            <TextLink
              from="/projects/$projectId/comparisons"
              to="."
              search={(before) => ({ ...before, type: key === '' ? undefined : key })}
              hash="flips"
            >
              {name}
            </TextLink>
          ),
          difference,
        }))}
      />
      <p className="comparison-reading">{words.sameCases(overall.pairs, describeLeftOut(cases))}</p>
      <FoldedTable
        caption={words.pairs}
        columns={words.columns}
        rows={rows.map(({ name, difference }) => [name, formatDifference(difference), difference.method])}
      />
    </section>
  )
}

/** The cases that stand in no pair, and why; empty: all are paired. */
function describeLeftOut({ onlyInA, onlyInB, notPaired }: Comparison['cases']): string {
  const apart = onlyInA + onlyInB
  return [
    ...(apart > 0 ? [t.comparisons.inOneOnly(apart)] : []),
    ...(notPaired > 0 ? [t.comparisons.notPaired(notPaired)] : []),
  ].join(', ')
}
