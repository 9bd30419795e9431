import type { TestCase } from '@assay/contracts'
import { Title } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { RelativeTime } from '../../components/relative-time.tsx'
import * as t from '../../texts/texts.ts'
import './case-page.css'

/** Where a case comes from, and how it was shown to be good. */
export function CaseFacts({ testCase }: { readonly testCase: TestCase }): ReactElement {
  const { provenance, validity, referenceContexts, review } = testCase
  const by = [provenance.generator, provenance.generatorVersion, provenance.model].filter(Boolean)
  const validated = Object.entries(validity)
  return (
    <section>
      <Title order={2}>{t.testSets.facts}</Title>
      <dl className="case-page-facts">
        <Fact name={t.testSets.provenance}>{by.join(' · ')}</Fact>
        {review !== undefined && (
          <Fact name={t.testSets.review}>
            {`${t.testSets.caseReviews[review.decision]} ${review.by}, `}
            <RelativeTime time={review.at} />
          </Fact>
        )}
        {validated.length > 0 && (
          <Fact name={t.testSets.validity}>
            {validated.map(([name, state]) => (
              <div key={name}>
                {name}
                {': '}
                {t.testSets.validityOf[state]}
              </div>
            ))}
          </Fact>
        )}
        {referenceContexts.length > 0 && (
          <Fact name={t.testSets.contexts}>
            {referenceContexts.map((id) => (
              <div key={id}>
                <code>{id}</code>
              </div>
            ))}
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
