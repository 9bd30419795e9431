import type { Comment } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import {
  readCase,
  readDocument,
  readEvaluation,
  readFinding,
  readReview,
  readTestSet,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { notThere } from '../http/answer-endpoint.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * That the thing somebody writes about stands in the project. Of a result and a comparison: that the evaluations do, since a
 * case may be commented on before its figures are made. Fails with ASSAY-9003.
 */
export async function requireSubject(
  control: ControlDatabase,
  projectId: string,
  { kind, id }: Comment['subject'],
): Promise<Result<void>> {
  const [first, rest] = splitAt(id)
  if (!uuid.test(first)) return notThere(id)
  return (await isThere(control, projectId, { kind, first, rest })) ? ok(undefined) : notThere(id)
}

/** At the first slash: ids of cases may hold one. */
function splitAt(id: string): readonly [string, string] {
  const at = id.indexOf('/')
  return at === -1 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)]
}

interface Named {
  readonly kind: Comment['subject']['kind']
  readonly first: string
  readonly rest: string
}

async function isThere(
  control: ControlDatabase,
  projectId: string,
  { kind, first, rest }: Named,
): Promise<boolean> {
  const isEvaluation = async (id: string): Promise<boolean> =>
    uuid.test(id) && (await readEvaluation(control, id))?.projectId === projectId
  switch (kind) {
    case 'evaluation':
      return rest === '' && (await isEvaluation(first))
    case 'result':
      return rest !== '' && (await isEvaluation(first))
    case 'comparison':
      return (await isEvaluation(first)) && (await isEvaluation(rest))
    case 'case':
      return (
        (await readTestSet(control, projectId, first)) !== null &&
        (await readCase(control, { testSetId: first }, rest)) !== null
      )
    case 'review':
      return (await readReview(control, projectId, first)) !== null
    case 'document':
      return (await readDocument(control, projectId, first)) !== null
    case 'finding':
      return (await readFinding(control, projectId, first)) !== null
  }
}
