import type { QueueRow } from '@assay/contracts/hub'
import { formatPercent } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { useMe } from '../../api/use-me.ts'
import { MarkedText } from '../../components/marked-text.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import * as t from '../../texts/texts.ts'
import { answerMarks } from '../results/answer-marks.ts'
import { claimsOf } from '../results/claims-of.ts'
import { PassageList } from '../results/passage-list.tsx'
import { referencePassages, retrievedPassages } from '../results/passages-of.ts'
import { VerdictTable } from '../results/verdict-table.tsx'

interface RowSidesProps {
  readonly row: QueueRow
  /** The judge's word waits for the own label. */
  readonly isHidden: boolean
}

/** Question, answer, reference and passages of one row side by side; what was said of it below. */
export function RowSides({ row, isHidden }: RowSidesProps): ReactElement {
  const { testCase, references, attempt } = row
  const words = t.annotation.queue
  const documents = attempt.answer?.documents
  const reference = { testCase, references }
  return (
    <div className="panel row-sides">
      <div className="row-sides-three">
        <section>
          <h2>{words.question}</h2>
          {testCase.history.length > 0 && <History messages={testCase.history} />}
          <PlainText text={testCase.question} />
          <p className="quiet row-sides-facts">{describeRow(row).join(' · ')}</p>
        </section>
        <section>
          <h2>{words.answer}</h2>
          <Answer row={row} />
        </section>
        <section>
          <h2>{words.reference}</h2>
          <PlainText text={testCase.referenceAnswer} />
        </section>
      </div>
      <div className="row-sides-two">
        <PassageList
          title={words.references}
          passages={referencePassages(reference)}
          none={words.noReferences}
        />
        <PassageList
          title={words.retrieved}
          passages={retrievedPassages(documents ?? [], reference)}
          none={words.noRetrieved}
        />
      </div>
      {isHidden ? <p className="quiet row-sides-facts">{words.hidden}</p> : <Said row={row} />}
    </div>
  )
}

function History({ messages }: { readonly messages: QueueRow['testCase']['history'] }): ReactElement {
  return (
    <ol className="row-sides-history" aria-label={t.evaluations.result.history}>
      {messages.map(({ role, content }, index) => (
        // A conversation is written once.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span className="quiet">{role}</span> <PlainText text={content} />
        </li>
      ))}
    </ol>
  )
}

/** Why it was drawn stands in the way of a free look at a hidden row: how unsure the judge was is said with its word. */
function describeRow({
  testCase,
  repeat,
  drawnBy,
  inclusionProbability,
  verdicts,
  labels,
}: QueueRow): readonly string[] {
  const words = t.annotation.queue
  const isRevealed = verdicts.length > 0 || labels.length > 0
  return [
    testCase.type,
    ...(repeat > 0 ? [words.attempt(repeat)] : []),
    ...(isRevealed ? [words.drawn[drawnBy]] : []),
    ...(isRevealed && inclusionProbability !== null
      ? [words.probability(formatPercent(inclusionProbability))]
      : []),
  ]
}

function Answer({ row }: { readonly row: QueueRow }): ReactElement {
  const { answer, error } = row.attempt
  const words = t.annotation.queue
  if (answer === null)
    return <p className="quiet">{error === null ? words.noAnswer : `${error.code} ${error.message}`}</p>
  if (answer.text === '') return <p className="quiet">{words.emptyAnswer}</p>
  const claims = claimsOf(row.testCase.referenceClaims, row.verdicts)
  return <MarkedText text={answer.text} marks={answerMarks(claims, row.verdicts)} />
}

function Said({ row }: { readonly row: QueueRow }): ReactElement | null {
  const me = useMe()
  const words = t.annotation.queue
  if (row.verdicts.length === 0 && row.labels.length === 0) return null
  return (
    <section className="row-sides-said">
      <h2>{words.said}</h2>
      {row.labels.length > 0 && (
        <ul className="plain-list" aria-label={words.labels}>
          {row.labels.map(({ by, outcome, note, adjudicates }) => (
            <li key={`${by.id} ${adjudicates}`}>
              <strong>{by.id === me.id ? words.you : by.name}</strong>{' '}
              {adjudicates && <span className="quiet">{words.settles} </span>}
              {words.outcomes[outcome]}
              {note !== '' && (
                <span className="quiet">
                  {' – '}
                  <PlainText text={note} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {row.verdicts.length > 0 && <VerdictTable verdicts={row.verdicts} />}
    </section>
  )
}
