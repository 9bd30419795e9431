import type { ReviewDetail } from '@assay/contracts/hub'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { PlainText } from '../../components/plain-text.tsx'
import * as t from '../../texts/texts.ts'
import { ChangeList } from './change-list.tsx'

/** Which version to return to if this one goes wrong, and what that would change again. */
export function RollbackPanel({ detail }: { readonly detail: ReviewDetail }): ReactElement {
  const { rollback } = detail.review
  const words = t.reviews.rollback
  return (
    <section className="panel" aria-labelledby="rollback-title">
      <Title order={2} id="rollback-title">
        {words.title}
      </Title>
      {rollback === null ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <p>{words.to(rollback.version)}</p>
          {rollback.note !== '' && (
            <p>
              <PlainText text={rollback.note} />
            </p>
          )}
          <Title order={3}>{words.would}</Title>
          {detail.rollbackChanges.length === 0 ? (
            <p className="quiet">{words.nothing}</p>
          ) : (
            <ChangeList changes={detail.rollbackChanges} label={words.would} />
          )}
        </>
      )}
    </section>
  )
}
