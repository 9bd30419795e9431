import { proposalSchema, type Proposal } from '@assay/contracts/hub'
import { must, ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { decodeIdCursor, toPage } from '../cursor.ts'

export interface ProposalFilter {
  readonly projectId: string
  /** Only those nobody decided. */
  readonly undecided: boolean
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first. */
export async function listProposals(
  database: ControlDatabase,
  { projectId, undecided, limit, cursor }: ProposalFilter,
): Promise<Result<{ items: Proposal[]; next: string | null }>> {
  let query = selectProposals(database).where('proposals.project_id', '=', projectId)
  if (undecided) query = query.where('proposals.decision', 'is', null)
  if (cursor !== undefined) {
    const key = decodeIdCursor(cursor)
    if (!key.ok) return key
    query = query.where('proposals.id', '<', key.value)
  }
  const rows = await query
    .orderBy('proposals.id', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ id }) => [id], toProposal))
}

/** `null`: the project has none of this id. */
export async function readProposal(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<Proposal | null> {
  const row = await selectProposals(database)
    .where('proposals.project_id', '=', projectId)
    .where('proposals.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toProposal(row)
}

export interface NewProposal extends Omit<Proposal, 'by' | 'decision' | 'decidedBy' | 'decidedAt'> {
  readonly projectId: string
  readonly byId: string
}

export async function insertProposal(database: ControlDatabase, proposal: NewProposal): Promise<Proposal> {
  const { id, projectId, from } = proposal
  await database
    .insertInto('proposals')
    .values({
      id,
      project_id: projectId,
      test_set_id: proposal.testSetId,
      case_id: proposal.caseId,
      corrects: proposal.corrects,
      question: proposal.question,
      reference_answer: proposal.referenceAnswer,
      from_evaluation_id: from?.evaluationId ?? null,
      from_case_id: from?.caseId ?? null,
      why: proposal.why,
      by_id: proposal.byId,
      at: proposal.at,
      decision: null,
      decided_by: null,
      decided_at: null,
    })
    .execute()
  return must(await readProposal(database, projectId, id), `proposal ${id}`)
}

export interface ProposalDecision {
  readonly id: string
  readonly decision: NonNullable<Proposal['decision']>
  readonly by: string
  readonly at: string
}

/** `false`: somebody decided it before. */
export async function decideProposal(
  database: ControlDatabase,
  { id, decision, by, at }: ProposalDecision,
): Promise<boolean> {
  const changed = await database
    .updateTable('proposals')
    .set({ decision, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

const selectProposals = (database: ControlDatabase) =>
  database
    .selectFrom('proposals')
    .innerJoin('people as makers', 'makers.id', 'proposals.by_id')
    .leftJoin('people as deciders', 'deciders.id', 'proposals.decided_by')
    .selectAll('proposals')
    .select(['makers.name as by_name', 'deciders.name as decided_by_name'])

type ProposalRow = Awaited<ReturnType<ReturnType<typeof selectProposals>['execute']>>[number]

const toProposal = (row: ProposalRow): Proposal =>
  proposalSchema.parse({
    id: row.id,
    testSetId: row.test_set_id,
    caseId: row.case_id,
    question: row.question,
    referenceAnswer: row.reference_answer,
    from:
      row.from_evaluation_id === null
        ? null
        : { evaluationId: row.from_evaluation_id, caseId: row.from_case_id },
    corrects: row.corrects,
    why: row.why,
    by: { id: row.by_id, name: row.by_name },
    at: row.at.toISOString(),
    decision: row.decision,
    decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decided_by_name },
    decidedAt: row.decided_at?.toISOString() ?? null,
  })
