import type { ReviewDetail } from '@assay/contracts/hub'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import { ChangeList } from './change-list.tsx'

/** What changed between the two versions: prompt, parameters, returned model, knowledge base, judge. */
export function ChangedPanel({ detail }: { readonly detail: ReviewDetail }): ReactElement {
  const { whatChanged, review } = detail
  const words = t.reviews.changed
  return (
    <section className="panel" aria-labelledby="changed-title">
      <Title order={2} id="changed-title">
        {words.title}
      </Title>
      {whatChanged.length === 0 ? (
        <p className="quiet">{review.baseline === null ? words.first : words.none}</p>
      ) : (
        <ChangeList changes={whatChanged} label={words.title} />
      )}
    </section>
  )
}
