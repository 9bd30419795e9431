import type { Finding } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { PlainText } from '../../components/plain-text.tsx'
import * as t from '../../texts/texts.ts'

/** So many the hub keeps at most. */
const cut = 10

/** Attempts that show a finding: what was asked, what came back, what is wrong with it. */
export function EvidenceList({ evidence }: Pick<Finding, 'evidence'>): ReactElement {
  const words = t.findings.one
  if (evidence.length === 0) return <p className="quiet">{words.noEvidence}</p>
  return (
    <>
      <ol className="plain-list evidence-list">
        {evidence.map(({ input, output, note }, index) => (
          // Evidence is written once.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <div className="evidence-list-side">
              <span className="quiet">{words.input}</span>
              <div>
                <PlainText text={input} />
              </div>
            </div>
            <div className="evidence-list-side">
              <span className="quiet">{words.output}</span>
              <div>
                <PlainText text={output} />
              </div>
            </div>
            {note !== '' && (
              <div className="evidence-list-note">
                <PlainText text={note} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {evidence.length === cut && <p className="quiet">{words.evidenceCut}</p>}
    </>
  )
}
