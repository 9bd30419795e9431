import * as z from 'zod'
import { documentBodySchemas, type DocumentBody, type DocumentKind } from '@assay/contracts/hub'
import { listThings, readPerson } from '@assay/storage/postgres'
import type { HandlerContext } from '../hub.ts'
import { InvalidRequest } from '../http/read-request.ts'
import type { FieldFault } from '../http/to-problem.ts'
import { findCheckFault } from './find-check-fault.ts'
import { findScheduleFaults } from './find-schedule-faults.ts'
import { findTargetFaults } from './find-target-faults.ts'
import { isTooDeep } from './is-too-deep.ts'
import { referencesOf, type KindAndBody } from './references-of.ts'

export interface GivenBody {
  readonly projectId: string
  readonly kind: DocumentKind
  readonly body: unknown
  /** Of the document it becomes a version of; `null`: a new one. */
  readonly documentId: string | null
}

type Context = Pick<HandlerContext, 'hub' | 'control'>

/**
 * The body as it is kept, defaults filled in. Throws `InvalidRequest` with pointers below `/body` where it does not fit its
 * kind, breaks a rule of the hub, or rests on what the project does not have.
 */
export async function checkDocumentBody(context: Context, given: GivenBody): Promise<DocumentBody> {
  const parsed = parseBody(given)
  const faults = [
    ...(await findRuleFaults(context, parsed)),
    ...(await findReferenceFaults(context, given, parsed)),
  ]
  if (faults.length > 0) throw below(faults)
  return parsed.body
}

function parseBody({ kind, body }: GivenBody): KindAndBody {
  if (isTooDeep(body)) throw below([{ pointer: '', message: 'it is nested too deep' }])
  const parsed = z.safeParse(documentBodySchemas[kind], body)
  if (parsed.success) return { kind, body: parsed.data } as KindAndBody
  throw below(
    parsed.error.issues.map(({ path, message }) => ({
      pointer: path.map((part) => `/${String(part)}`).join(''),
      message,
    })),
  )
}

const below = (faults: readonly FieldFault[]): InvalidRequest =>
  new InvalidRequest(faults.map(({ pointer, message }) => ({ pointer: `/body${pointer}`, message })))

async function findRuleFaults(
  { hub, control }: Context,
  { kind, body }: KindAndBody,
): Promise<readonly FieldFault[]> {
  switch (kind) {
    case 'target':
      return findTargetFaults(body, hub.settings)
    case 'check': {
      const fault = findCheckFault(body.check)
      return fault === null ? [] : [{ pointer: '/check', message: fault }]
    }
    case 'schedule':
      return findScheduleFaults(body)
    case 'requirement':
      return body.ownerId === null || (await readPerson(control, body.ownerId)) !== null
        ? []
        : [{ pointer: '/ownerId', message: 'there is no such person' }]
    case 'model':
    case 'prompt':
    case 'knowledge-base':
    case 'training-dataset':
      return []
  }
}

/** What another project holds is not there: nobody reads it by naming it. */
async function findReferenceFaults(
  { control }: Context,
  { projectId, documentId }: GivenBody,
  parsed: KindAndBody,
): Promise<readonly FieldFault[]> {
  const references = referencesOf(parsed)
  const things = await listThings(
    control,
    projectId,
    references.map(({ id }) => id),
  )
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  return references.flatMap(({ pointer, kind, id, version }): FieldFault[] => {
    const thing = byId.get(id)
    const name = kind.replaceAll('-', ' ')
    if (thing === undefined || thing.kind !== kind)
      return [{ pointer, message: `the project has no such ${name}` }]
    if (id === documentId) return [{ pointer, message: 'it would rest on itself' }]
    if (version !== null && (version < 1 || version > thing.version))
      return [{ pointer, message: `${thing.name} has no version ${version}` }]
    return []
  })
}
