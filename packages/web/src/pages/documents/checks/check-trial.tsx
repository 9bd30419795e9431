import { checkVerdictSchema, type CheckCase, type CheckUse, type CheckVerdict } from '@assay/contracts'
import { Textarea, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState, type ReactElement } from 'react'
import { useHub } from '../../../api/use-hub.ts'
import { PlainText } from '../../../components/plain-text.tsx'
import { ProblemNote } from '../../../components/problem-note.tsx'
import { TonedBadge, type Tone } from '../../../components/toned-badge.tsx'
import * as t from '../../../texts/texts.ts'
import { checkForms } from './check-forms.data.ts'
import './check-trial.css'

interface CheckTrialProps {
  readonly projectId: string
  readonly checks: readonly CheckUse[]
  /** What the checks read beside the answer. */
  readonly caseOf: CheckCase
}

const typingMs = 400

/** Says of an answer that is typed what each check would say, while it is typed. Nothing is kept. */
export function CheckTrial({ projectId, checks, caseOf }: CheckTrialProps): ReactElement {
  const [typed, setTyped] = useState('')
  const [input] = useDebouncedValue(
    JSON.stringify({ checks, caseOf: { ...caseOf, answer: typed } }),
    typingMs,
  )
  const settled = JSON.parse(input) as Pick<CheckTrialProps, 'checks' | 'caseOf'>
  return (
    <section className="check-trial">
      <Title order={2}>{t.testSets.trial}</Title>
      {checks.length === 0 ? (
        <p className="quiet">{t.testSets.trialNoChecks}</p>
      ) : (
        <>
          <Textarea
            label={t.testSets.trialAnswer}
            description={t.testSets.trialHint}
            autosize
            minRows={3}
            maxRows={12}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {typed === '' && <p className="quiet">{t.testSets.trialWaiting}</p>}
          <div className="check-trial-verdicts" aria-live="polite">
            {settled.caseOf.answer !== '' &&
              settled.checks.map((use, index) => (
                // A verdict belongs to the place of its check.
                // oxlint-disable-next-line react/no-array-index-key
                <TrialVerdict key={index} projectId={projectId} use={use} caseOf={settled.caseOf} />
              ))}
          </div>
        </>
      )}
    </section>
  )
}

interface TrialVerdictProps {
  readonly projectId: string
  readonly use: CheckUse
  readonly caseOf: CheckCase
}

function TrialVerdict({ projectId, use, caseOf }: TrialVerdictProps): ReactElement {
  const title = use.name ?? checkForms.find(({ id }) => id === use.check)?.title ?? use.check
  return (
    <div className="check-trial-one">
      <strong>{title}</strong>
      {use.check === undefined ? (
        <span className="quiet">{t.testSets.trialNotReady}</span>
      ) : (
        <Tried projectId={projectId} use={use} caseOf={caseOf} />
      )}
    </div>
  )
}

function Tried({ projectId, use, caseOf }: TrialVerdictProps): ReactElement {
  const tried = useHub('tryCheck', { projectId, body: { check: { ...use }, caseOf: { ...caseOf } } })
  if (tried.error !== null) return <ProblemNote error={tried.error} />
  const verdict = checkVerdictSchema.safeParse(tried.data?.verdict).data
  if (verdict === undefined) return <span className="quiet">{t.testSets.trialRunning}</span>
  return <VerdictText verdict={verdict} />
}

const tones: Readonly<Record<CheckVerdict['outcome'], Tone>> = {
  pass: 'good',
  fail: 'bad',
  error: 'unsure',
  'not-judged': 'unsure',
  'not-applicable': 'quiet',
}

function VerdictText({ verdict }: { readonly verdict: CheckVerdict }): ReactElement {
  const { outcome, score, reason, error } = verdict
  return (
    <>
      <TonedBadge tone={tones[outcome]}>{t.testSets.outcomes[outcome]}</TonedBadge>
      {score !== null && (
        <span className="quiet">{t.testSets.score(String(Math.round(score * 1_000) / 1_000))}</span>
      )}
      <div className="check-trial-reason">
        <PlainText text={error?.message ?? reason} />
      </div>
    </>
  )
}
