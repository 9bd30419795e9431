import { listProposals, readProposal } from '@assay/storage/postgres'
import { decideProposal } from '../annotations/decide-proposal.ts'
import { proposeCase } from '../annotations/propose-case.ts'
import type { Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

export const proposalHandlers: Handlers<'proposeCase' | 'listProposals' | 'decideProposal'> = {
  async proposeCase({ params: { projectId }, body }, context) {
    const proposed = await proposeCase(context, projectId, body)
    if (!proposed.ok) return proposed
    const { id } = proposed.value
    context.audit({ kind: 'proposal', id, name: cut(proposed.value.question), after: proposed.value })
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
    return decided
  },
}

const cut = (text: string): string => (text.length <= 100 ? text : `${text.slice(0, 99)}…`)
