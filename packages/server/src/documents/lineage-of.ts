import type { HubDocument, LineageLink } from '@assay/contracts/hub'
import {
  listEvaluationsOfThing,
  listModelsCalled,
  listPins,
  listReferrers,
  listReviewsOfThing,
  listThings,
  readDocumentVersion,
  type ControlDatabase,
  type NamedThing,
} from '@assay/storage/postgres'
import { referencesOf, type KindAndBody } from './references-of.ts'
import { referencePatterns, trainingPatterns } from './reference-patterns.ts'

/** A version of a document, and what it rests on. */
export async function usesOfDocument(
  control: ControlDatabase,
  document: HubDocument,
  version: number,
): Promise<readonly LineageLink[]> {
  const { id, projectId, kind, body } = document
  const old = version === document.version ? body : (await readDocumentVersion(control, id, version))?.body
  const stated = { kind, body: old ?? body } as KindAndBody
  // A dataset names the models trained on it, and still they rest on it.
  const references = referencesOf(stated).filter(
    (each) => !(kind === 'training-dataset' && each.kind === 'model'),
  )
  const things = new Map(
    (
      await listThings(
        control,
        projectId,
        references.map((each) => each.id),
      )
    ).map((thing) => [thing.id, thing]),
  )
  const links = references.flatMap(({ id, version }) => {
    const thing = things.get(id)
    return thing === undefined ? [] : [toLink('uses', { ...thing, version: version ?? thing.version })]
  })
  if (stated.kind === 'target' && stated.body.model !== null)
    links.push(...toLinks('uses', await listModelsCalled(control, projectId, stated.body.model)))
  if (kind === 'model')
    links.push(...toLinks('uses', await listReferrers(control, projectId, trainingPatterns(id, null))))
  return links
}

/** What rests on a document; `version` `null`: on any version of it. */
export async function usersOfDocument(
  control: ControlDatabase,
  document: HubDocument,
  version: number | null,
): Promise<readonly LineageLink[]> {
  const { id, projectId, kind } = document
  const names = document.kind === 'model' ? [document.name, document.body.snapshot] : []
  const referrers = await listReferrers(
    control,
    projectId,
    referencePatterns({ kind, id, version, names: [...new Set(names)] }),
  )
  const trained = document.kind === 'training-dataset' ? document.body.trained : []
  const models = await listThings(
    control,
    projectId,
    trained.map((each) => each.id),
  )
  return [
    ...toLinks('used-by', referrers),
    ...toLinks('used-by', models),
    ...(await usersOutside(control, { projectId, thingId: id, version })),
  ]
}

export async function usersOfTestSet(
  control: ControlDatabase,
  { id, projectId }: { readonly id: string; readonly projectId: string },
  version: number | null,
): Promise<readonly LineageLink[]> {
  const referrers = await listReferrers(
    control,
    projectId,
    referencePatterns({ kind: 'test-set', id, version, names: [] }),
  )
  return [
    ...toLinks('used-by', referrers),
    ...(await usersOutside(control, { projectId, thingId: id, version })),
  ]
}

/** The exact versions an evaluation rests on, and the reviews that rest on it. */
export async function linksOfEvaluation(
  control: ControlDatabase,
  { id, projectId }: { readonly id: string; readonly projectId: string },
): Promise<readonly LineageLink[]> {
  const pins = (await listPins(control, [id])).get(id) ?? []
  return [
    ...pins.map(({ kind, id, name, version }) => ({ direction: 'uses' as const, kind, id, name, version })),
    ...(await reviewsOf(control, { projectId, thingId: id, version: null })),
  ]
}

interface Thing {
  readonly projectId: string
  readonly thingId: string
  readonly version: number | null
}

async function usersOutside(control: ControlDatabase, thing: Thing): Promise<readonly LineageLink[]> {
  const evaluations = await listEvaluationsOfThing(control, thing)
  return [
    ...evaluations.map(({ id, name }) => ({
      direction: 'used-by' as const,
      kind: 'evaluation' as const,
      id,
      name,
      version: null,
    })),
    ...(await reviewsOf(control, thing)),
  ]
}

const reviewsOf = async (control: ControlDatabase, thing: Thing): Promise<readonly LineageLink[]> =>
  (await listReviewsOfThing(control, thing)).map(({ id, title }) => ({
    direction: 'used-by',
    kind: 'review',
    id,
    name: title,
    version: null,
  }))

const toLink = (
  direction: LineageLink['direction'],
  { kind, id, name, version }: Pick<NamedThing, 'kind' | 'id' | 'name' | 'version'>,
): LineageLink => ({ direction, kind, id, name, version })

const toLinks = (
  direction: LineageLink['direction'],
  things: readonly NamedThing[],
): readonly LineageLink[] => things.map((thing) => toLink(direction, thing))
