import type { TestCase } from '@assay/contracts'
import type { Proposal } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import { acceptCase, editCase, rejectCase, type ReviewStamp } from '@assay/core/testsets'
import {
  closeCases,
  decideProposal as storeDecision,
  readCurrentCases,
  readProposal,
  replaceCases,
  type OpenVersion,
  type PlacedCase,
} from '@assay/storage/postgres'
import { actorOf, type HandlerContext } from '../hub.ts'
import { reviseCases } from '../test-sets/revise-cases.ts'

type Decision = NonNullable<Proposal['decision']>

/**
 * Accepted, the draft becomes active, or the case that it corrects gets its words and the draft goes. Rejected, it stays as a
 * rejected draft that no run asks. Fails with ASSAY-9009 where it is decided, or its draft is gone.
 */
export async function decideProposal(
  context: HandlerContext,
  {
    projectId,
    proposal,
    decision,
  }: { readonly projectId: string; readonly proposal: Proposal; readonly decision: Decision },
): Promise<Result<Proposal>> {
  const { control, at } = context
  const { id: by, name } = actorOf(context)
  if (!(await storeDecision(control, { id: proposal.id, decision, by, at }))) return isDecided()
  const note = decision === 'accepted' ? 'Proposal accepted' : 'Proposal rejected'
  const revised = await reviseCases(context, { id: proposal.testSetId, projectId }, note, (open) =>
    write(context, { open, proposal, decision, stamp: { by: name, at } }),
  )
  if (!revised.ok) return revised
  return ok(must(await readProposal(control, projectId, proposal.id), `proposal ${proposal.id}`))
}

interface Decided {
  readonly open: OpenVersion
  readonly proposal: Proposal
  readonly decision: Decision
  readonly stamp: ReviewStamp
}

async function write(
  { control, hub }: HandlerContext,
  { open, proposal, decision, stamp }: Decided,
): Promise<Result<void>> {
  const { testSetId, caseId, corrects } = proposal
  const current = await readCurrentCases(control, testSetId, [
    caseId,
    ...(corrects === null ? [] : [corrects]),
  ])
  const draft = current.get(caseId)
  if (draft === undefined)
    return fail(
      createError('ASSAY-9009', { message: 'Its draft was removed from the test set', where: caseId }),
    )
  const replace = (placed: PlacedCase, testCase: TestCase): Promise<void> =>
    replaceCases(control, open, [{ ...placed, testCase }], () => createId(hub.clock, hub.random))
  const corrected = corrects === null ? undefined : current.get(corrects)
  if (decision === 'rejected') await replace(draft, rejectCase(draft.testCase, '', stamp))
  else if (corrected === undefined) await replace(draft, acceptCase(draft.testCase, stamp))
  else {
    const { question, referenceAnswer } = draft.testCase
    await replace(corrected, editCase(corrected.testCase, { question, referenceAnswer }, stamp, proposal.why))
    await closeCases(control, open, [caseId])
  }
  return ok(undefined)
}

const isDecided = (): Result<never> =>
  fail(createError('ASSAY-9009', { message: 'Somebody decided this proposal already' }))
