import type { Comparison } from '@assay/contracts'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { PlainTable } from '../../components/folded-table.tsx'
import { TonedBadge } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'

/** What differs between the two besides the answers: what is compared, and what the difference may come from. */
export function DiffersPanel({ differs }: Pick<Comparison, 'differs'>): ReactElement {
  const words = t.comparisons
  return (
    <section className="panel" aria-labelledby="differs-title">
      <Title order={2} id="differs-title">
        {words.differs}
      </Title>
      {differs.length === 0 ? (
        <p className="quiet">{words.differsNothing}</p>
      ) : (
        <PlainTable
          caption={words.differs}
          columns={words.differsColumns}
          rows={differs.map(({ what, a, b, effect }) => [
            what,
            <span key="a" className="plain-text">
              {a}
            </span>,
            <span key="b" className="plain-text">
              {b}
            </span>,
            <TonedBadge key="effect" tone={effect === 'confounds' ? 'unsure' : 'quiet'}>
              {words.effects[effect]}
            </TonedBadge>,
          ])}
        />
      )}
    </section>
  )
}
