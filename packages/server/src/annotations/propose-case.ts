import type { TestCase } from '@assay/contracts'
import type { EndpointRequest, Proposal, annotationEndpoints } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  addCases,
  insertProposal,
  readCurrentCases,
  readEvaluation,
  readTestSet,
} from '@assay/storage/postgres'
import { readCasesOfRun } from '../evaluations/read-cases-of-run.ts'
import { actorOf, type HandlerContext } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { reviseCases } from '../test-sets/revise-cases.ts'
import { draftCase } from './draft-case.ts'

type ProposeBody = EndpointRequest<(typeof annotationEndpoints)['proposeCase']>['body']

/**
 * Puts a draft into the set, and a proposal beside it. Where it asks what a case of the set asks, it corrects that one: accepted,
 * it takes its place, for two references of one question contradict each other.
 */
export async function proposeCase(
  context: HandlerContext,
  projectId: string,
  { testSetId, from, question, referenceAnswer, why }: ProposeBody,
): Promise<Result<Proposal>> {
  const { control, hub, at } = context
  const set = await readTestSet(control, projectId, testSetId)
  if (set === null || set.archivedAt !== null) return notThere(testSetId)
  const asked = from === null ? ok(null) : await readAskedCase(context, projectId, from)
  if (!asked.ok) return asked
  const createOneId = () => createId(hub.clock, hub.random)
  const draft = draftCase({ id: createOneId(), question, referenceAnswer }, asked.value)
  const corrects = await findCorrected(context, testSetId, asked.value, question)
  const revised = await reviseCases(context, set, 'Proposed', (open) =>
    addCases(control, open, [draft], createOneId),
  )
  if (!revised.ok) return revised
  return ok(
    await insertProposal(control, {
      id: createOneId(),
      projectId,
      testSetId,
      caseId: draft.id,
      corrects,
      question,
      referenceAnswer,
      from,
      why,
      byId: actorOf(context).id,
      at,
    }),
  )
}

async function readAskedCase(
  { control, hub }: HandlerContext,
  projectId: string,
  { evaluationId, caseId }: NonNullable<ProposeBody['from']>,
): Promise<Result<TestCase>> {
  const evaluation = await readEvaluation(control, evaluationId)
  if (evaluation === null || evaluation.projectId !== projectId) return notThere(evaluationId)
  const found = await readCasesOfRun(hub, { projectId, runId: evaluationId }, [caseId])
  const asked = found.get(caseId)
  return asked === undefined ? notThere(caseId) : ok(asked.testCase)
}

async function findCorrected(
  { control }: HandlerContext,
  testSetId: string,
  asked: TestCase | null,
  question: string,
): Promise<string | null> {
  if (asked === null) return null
  const current = (await readCurrentCases(control, testSetId, [asked.id])).get(asked.id)
  return current?.testCase.question.trim() === question.trim() ? asked.id : null
}
