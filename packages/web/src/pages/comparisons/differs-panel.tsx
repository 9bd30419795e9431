import type { Comparison } from '@assay/contracts'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { PlainText } from '../../components/plain-text.tsx'
import { TonedBadge } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'

/** What differs between the two besides the answers: first what the difference may come from, then what is compared. */
export function DiffersPanel({ differs }: Pick<Comparison, 'differs'>): ReactElement {
  const words = t.comparisons
  const sorted = differs.toSorted((x, y) => x.effect.localeCompare(y.effect))
  return (
    <section className="panel" aria-labelledby="differs-title">
      <Title order={2} id="differs-title">
        {words.differs}
      </Title>
      {differs.length === 0 && <p className="quiet">{words.differsNothing}</p>}
      <ul className="plain-list comparison-differs">
        {sorted.map(({ what, a, b, effect }) => (
          <li key={what}>
            <strong>{what}</strong>{' '}
            <TonedBadge tone={effect === 'confounds' ? 'unsure' : 'quiet'}>
              {words.effects[effect]}
            </TonedBadge>
            <dl>
              <dt>{words.before}</dt>
              <dd>
                <PlainText text={a} />
              </dd>
              <dt>{words.now}</dt>
              <dd>
                <PlainText text={b} />
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
