import { join } from 'node:path'
import type { DocumentKind, HubDocument, Review } from '@assay/contracts/hub'
import { fail, must, ok, type Result } from '@assay/core'
import type { CommandContext } from '../command.ts'
import { demoFolder } from './demo-assistants.ts'
import { demoRequirements, hubDemo } from './demo-hub.data.ts'
import { sayStep, type DemoNames } from './demo-steps.ts'
import type { HubAccess, HubProject } from '../hub/open-hub.ts'
import { pushKnowledgeBase } from '../hub/push-knowledge-base.ts'
import { pushRun } from '../hub/push-run.ts'
import { findTestSet, pushTestSet } from '../hub/push-test-set.ts'
import { toAssayError } from '../hub/to-assay-error.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Brings what the demo made into a hub: knowledge base, test set, both versions with their evaluations, requirements, and a
 * release review that waits for a decision. A second time changes nothing that is there. Returns the path of the review.
 */
export async function fillDemoHub(
  workspace: Workspace,
  { url, client }: Pick<HubAccess, 'url' | 'client'>,
  names: DemoNames,
  context: CommandContext,
): Promise<Result<string>> {
  try {
    const project = await findOrMakeProject(client)
    const hub: HubAccess = { url, client, findProject: async () => ok(project) }
    const set = await pushTestSet(
      workspace,
      hub,
      { file: names.testSet, name: hubDemo.testSet, isActive: true },
      context,
    )
    if (!set.ok) return set
    const knowledge = await pushKnowledgeBase(workspace, hub, names.knowledgeBase)
    if (!knowledge.ok) return knowledge
    const things = await makeThings(hub, project.id)
    for (const [run, version] of [
      [names.run, 1],
      [names.smallModelRun, 2],
    ] as const) {
      const restsOn = { target: { id: things.target.id, version }, testSets: [things.testSet] }
      const pushed = await pushRun(workspace, hub, { name: run, restsOn }, context)
      if (!pushed.ok) return pushed
    }
    const review = await openDemoReview(hub, project.id, { ...things, names })
    sayStep(
      context,
      'hub',
      `${project.name}: two versions, ${demoRequirements.length} requirements, an open review`,
    )
    return ok(`/projects/${project.id}/reviews/${review.id}`)
  } catch (error) {
    return fail(toAssayError(error, url))
  }
}

async function findOrMakeProject(client: HubAccess['client']): Promise<HubProject> {
  const { project: name, description } = hubDemo
  const { items } = await client.listProjects({ query: { name } })
  return (
    items.find((each) => each.name === name) ??
    client.createProject({ body: { name, description, riskClass: 'limited' } })
  )
}

interface DemoThings {
  readonly target: HubDocument
  readonly testSet: { readonly id: string; readonly version: number }
}

async function makeThings(hub: HubAccess, projectId: string): Promise<DemoThings> {
  const testSet = must(await findTestSet(hub, projectId, hubDemo.testSet), 'the test set just sent')
  for (const { name, body } of demoRequirements)
    await findOrMake(hub, {
      projectId,
      kind: 'requirement',
      name,
      body: { ...body, cases: { ...body.cases, testSetIds: [testSet.id] } },
    })
  return { target: await makeVersions(hub, projectId), testSet: { id: testSet.id, version: testSet.version } }
}

async function openDemoReview(
  { client }: HubAccess,
  projectId: string,
  { target, testSet, names }: DemoThings & { readonly names: DemoNames },
): Promise<Review> {
  const { items: there } = await client.listReviews({ projectId, query: { targetId: target.id } })
  const standing = there[0]
  if (standing !== undefined) return standing
  const evaluationOf = async (run: string): Promise<string | undefined> => {
    const { items } = await client.listEvaluations({ projectId, query: { name: run } })
    return items.find(({ name }) => name === run)?.id
  }
  return client.openReview({
    projectId,
    body: {
      title: hubDemo.review,
      targetId: target.id,
      version: 2,
      baselineVersion: 1,
      testSetIds: [testSet.id],
      evaluationId: await evaluationOf(names.smallModelRun),
      baselineEvaluationId: await evaluationOf(names.run),
      rollback: { version: 1, note: hubDemo.rollback },
    },
  })
}

/** Version 1 answers with sentences of the pages, version 2 lets the small model write. */
async function makeVersions(hub: HubAccess, projectId: string): Promise<HubDocument> {
  const [first, second] = hubDemo.versions.map(({ module, version, model, note }) => ({
    note,
    body: {
      description: note,
      connection: { kind: 'module', module: join(demoFolder, module), function: 'answer', version },
      model,
      retrieval: { pages: 4, search: 'BM25' },
    },
  }))
  const made = await findOrMake(hub, { projectId, kind: 'target', name: hubDemo.target, ...first })
  if (made.version > 1 || second === undefined) return made
  return hub.client.changeDocument(
    { projectId, documentId: made.id, body: second },
    { revision: made.revision },
  )
}

interface Wanted {
  readonly projectId: string
  readonly kind: DocumentKind
  readonly name: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly note?: string
}

async function findOrMake(
  { client }: HubAccess,
  { projectId, kind, name, body = {}, note = '' }: Wanted,
): Promise<HubDocument> {
  const { items } = await client.listDocuments({ projectId, query: { kind, name } })
  return (
    items.find((each) => each.name === name) ??
    client.createDocument({ projectId, body: { kind, name, body: { ...body }, note } })
  )
}
