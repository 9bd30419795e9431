import type { EvaluationSummary } from '@assay/contracts'
import { toSentence } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { CopyText } from '../../components/copy-text.tsx'
import * as t from '../../texts/texts.ts'

interface TryFirstPanelProps {
  readonly suggestions: EvaluationSummary['suggestions']
  /** Command that asks the same again; empty: there is none. */
  readonly reproduce: string
}

export function TryFirstPanel({ suggestions, reproduce }: TryFirstPanelProps): ReactElement {
  const words = t.evaluations.tryFirst
  return (
    <section className="panel" aria-labelledby="try-title">
      <Title order={2} id="try-title">
        {words.title}
      </Title>
      {suggestions.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <ol className="evaluation-facts">
          {suggestions.map(({ text, cases }) => (
            <li key={text}>
              {toSentence(text)} <span className="quiet nowrap">{t.evaluations.one.cases(cases)}</span>
            </li>
          ))}
        </ol>
      )}
      {reproduce !== '' && (
        <>
          <p className="evaluation-reading">{words.again}</p>
          <CopyText text={reproduce} label={words.commandLabel} />
        </>
      )}
    </section>
  )
}
