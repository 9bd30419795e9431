import type { Proposal } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useHub } from '../../api/use-hub.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { showDone } from '../../components/show-notice.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import { TonedBadge } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'
import { CaseLink } from '../evaluations/case-link.tsx'

interface ProposalCardProps {
  readonly projectId: string
  readonly proposal: Proposal
  readonly mayDecide: boolean
}

/** A proposed case beside the one that it corrects, with who proposes it and why. */
export function ProposalCard({ projectId, proposal, mayDecide }: ProposalCardProps): ReactElement {
  const { id, by, at, why, from, corrects, testSetId, question } = proposal
  const words = t.reviews.proposals
  return (
    <article className="panel proposal-card" data-proposal={id} tabIndex={-1} aria-label={question}>
      <div className="proposal-card-head">
        <span className="toned-badge" data-tone="quiet">
          {corrects === null ? words.isNew : words.corrects}
        </span>
        <span className="quiet">
          {words.by(by.name)} <RelativeTime time={at} />
        </span>
        <span>
          <ThingLink kind="test-set" projectId={projectId} id={testSetId}>
            {words.testSet}
          </ThingLink>
        </span>
        {from !== null && (
          <span>
            <CaseLink place={{ projectId, evaluationId: from.evaluationId }} caseId={from.caseId}>
              {words.from}
            </CaseLink>
          </span>
        )}
      </div>
      {corrects === null ? (
        <Sides question={question} reference={proposal.referenceAnswer} now={null} />
      ) : (
        <Correction projectId={projectId} proposal={proposal} caseId={corrects} />
      )}
      {why !== '' && (
        <div>
          <span className="quiet">{words.why}</span> <PlainText text={why} />
        </div>
      )}
      <Decision projectId={projectId} proposal={proposal} mayDecide={mayDecide} />
    </article>
  )
}

interface CorrectionProps {
  readonly projectId: string
  readonly proposal: Proposal
  readonly caseId: string
}

function Correction({ projectId, proposal, caseId }: CorrectionProps): ReactElement {
  const { testSetId, question, referenceAnswer, decision } = proposal
  const read = useHub('getCase', { projectId, testSetId, caseId, query: {} })
  // Once it is accepted the case says what was proposed.
  const now = decision === null ? (read.data?.testCase ?? null) : null
  return <Sides question={question} reference={referenceAnswer} now={now} />
}

interface SidesProps {
  readonly question: string
  readonly reference: string
  /** The case that is corrected; `null`: it is a new one, or it is being read. */
  readonly now: { readonly question: string; readonly referenceAnswer: string } | null
}

function Sides({ question, reference, now }: SidesProps): ReactElement {
  const words = t.reviews.proposals
  return (
    <div className="proposal-card-sides">
      <Part name={words.question} proposed={question} now={now?.question} />
      <Part name={words.reference} proposed={reference} now={now?.referenceAnswer} />
    </div>
  )
}

interface PartProps {
  readonly name: string
  readonly proposed: string
  readonly now: string | undefined
}

function Part({ name, proposed, now }: PartProps): ReactElement {
  const words = t.reviews.proposals
  const isSame = now === undefined || now === proposed
  return (
    <section>
      <h2>
        {name}
        {now !== undefined && isSame && ` (${words.same})`}
      </h2>
      {isSame ? (
        <PlainText text={proposed} />
      ) : (
        <>
          <div>
            <span className="quiet proposal-card-side">{words.now}</span> <PlainText text={now} />
          </div>
          <div>
            <span className="quiet proposal-card-side">{words.proposed}</span> <PlainText text={proposed} />
          </div>
        </>
      )}
    </section>
  )
}

function Decision({ projectId, proposal, mayDecide }: ProposalCardProps): ReactElement | null {
  const words = t.reviews.proposals
  const decide = useHubAction('decideProposal', {
    refreshes: ['listProposals', 'listStandings', 'getTestSet', 'listTestSets', 'listCases', 'getCase'],
    onDone: ({ decision }) => showDone(decision === 'accepted' ? words.acceptedDone : words.rejectedDone),
  })
  if (proposal.decision !== null)
    return (
      <div>
        <TonedBadge tone={proposal.decision === 'accepted' ? 'good' : 'bad'}>
          {words.decidedBy(words[proposal.decision], proposal.decidedBy?.name ?? '')}
        </TonedBadge>
      </div>
    )
  if (!mayDecide) return null
  const send = (decision: 'accepted' | 'rejected') =>
    decide.run({ projectId, proposalId: proposal.id, body: { decision } })
  return (
    <div className="no-print">
      <ChangeProblem change={decide} />
      <div className="proposal-card-buttons">
        <Button size="xs" data-decides="accepted" loading={decide.isRunning} onClick={() => send('accepted')}>
          {words.accept}
        </Button>
        <Button
          size="xs"
          variant="default"
          data-decides="rejected"
          disabled={decide.isRunning}
          onClick={() => send('rejected')}
        >
          {words.reject}
        </Button>
      </div>
    </div>
  )
}
