import type { ReferenceClaim } from '@assay/contracts'
import { Textarea } from '@mantine/core'
import type { ReactElement } from 'react'
import { ListField } from '../../components/list-field.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import * as t from '../../texts/texts.ts'

interface ClaimsFieldProps {
  readonly claims: ReferenceClaim[]
  readonly onChange: (claims: ReferenceClaim[]) => void
  readonly problem: string | undefined
  readonly isReadOnly: boolean
}

/** What a right answer must say, claim by claim. */
export function ClaimsField({ claims, onChange, problem, isReadOnly }: ClaimsFieldProps): ReactElement {
  return (
    <ListField
      label={t.testSets.claims}
      hint={t.testSets.claimsHint}
      items={claims}
      onChange={onChange}
      make={() => ({ text: '', evidence: [] })}
      add={t.testSets.addClaim}
      remove={t.testSets.removeClaim}
      removeWord={t.testSets.remove}
      problem={problem}
      isReadOnly={isReadOnly}
      draw={(claim, set, index) => (
        <div>
          <Textarea
            aria-label={t.testSets.claim(index + 1)}
            required
            autosize
            minRows={1}
            maxRows={8}
            value={claim.text}
            // What another wording turns on is not known, nor where it stands.
            onChange={(event) => set({ text: event.currentTarget.value, evidence: [] })}
          />
          <ClaimFacts claim={claim} />
        </div>
      )}
    />
  )
}

function ClaimFacts({ claim: { key, evidence } }: { readonly claim: ReferenceClaim }): ReactElement | null {
  if (key === undefined && evidence.length === 0) return null
  return (
    <div className="case-page-claim quiet">
      {key !== undefined && (
        <div>
          {t.testSets.turnsOn}{' '}
          <strong>
            <PlainText text={[key.value, key.unit].filter(Boolean).join(' ')} />
          </strong>
        </div>
      )}
      {evidence.map(({ chunkId, start, quote }) => (
        <div key={`${chunkId} ${start}`}>
          {t.testSets.evidence} <code>{chunkId}</code>
          {': '}
          <q>
            <PlainText text={quote} />
          </q>
        </div>
      ))}
    </div>
  )
}
