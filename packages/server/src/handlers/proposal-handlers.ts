import { listProposals, readProposal } from '@assay/storage/postgres'
import { decideProposal } from '../annotations/decide-proposal.ts'
import { proposeCase } from '../annotations/propose-case.ts'
import type { HandlerContext, Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

export const proposalHandlers: Handlers<'proposeCase' | 'listProposals' | 'decideProposal'> = {
  async proposeCase({ params: { projectId }, body }, context) {
    const proposed = await proposeCase(context, projectId, body)
    if (!proposed.ok) return proposed
    const { id, testSetId } = proposed.value
    context.audit({ kind: 'proposal', id, name: cut(proposed.value.question), after: proposed.value })
    tellTestSet(context, projectId, testSetId)
    return proposed
  },
  listProposals: ({ params, query }, { control }) => listProposals(control, { ...params, ...query }),
  async decideProposal({ params: { projectId, proposalId }, body }, context) {
    const proposal = await readProposal(context.control, projectId, proposalId)
    if (proposal === null) return notThere(proposalId)
    const decided = await decideProposal(context, { projectId, proposal, decision: body.decision })
    if (!decided.ok) return decided
    const name = cut(proposal.question)
    context.audit({ kind: 'proposal', id: proposalId, name, before: proposal, after: decided.value })
    tellTestSet(context, projectId, proposal.testSetId)
    return decided
  },
}

const tellTestSet = (context: HandlerContext, projectId: string, id: string): void =>
  context.afterCommit(() => context.hub.events.publish(projectId, { kind: 'test-set', id }))

const cut = (text: string): string => (text.length <= 100 ? text : `${text.slice(0, 99)}…`)
