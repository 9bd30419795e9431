import type { TestCase } from '@assay/contracts'
import type { HubTestSet } from '@assay/contracts/hub'
import { fail, ok, type Result } from '@assay/core'
import { canonicalJson } from '@assay/core/runs'
import { parseTestSet } from '@assay/core/testsets/format'
import type { CommandContext } from '../command.ts'
import { loadTestSet } from '../evaluation/load-test-set.ts'
import { trackCount } from '../progress.ts'
import type { Workspace } from '../workspace.ts'
import { type HubAccess, withTimeout } from './open-hub.ts'
import { toAssayError } from './to-assay-error.ts'

export interface PushedTestSet {
  readonly name: string
  readonly added: number
  readonly changed: number
  readonly same: number
  /** In the hub, not in the file: left as they are. */
  readonly onlyThere: number
  readonly version: number
}

/** Cases of one request. */
const batchCases = 500
const readAllMs = 120_000

export interface PushedFile {
  readonly file: string
  readonly name: string
  /** Drafts are sent as active cases: the hub asks no drafts. */
  readonly isActive?: boolean | undefined
}

/**
 * Brings a test set of the hub in step with a file: new cases are added, others changed by their ids. The same file a
 * second time changes nothing. Cases only the hub has stay: they may be somebody's work.
 */
export async function pushTestSet(
  workspace: Workspace,
  hub: HubAccess,
  { file, name, isActive = false }: PushedFile,
  context: CommandContext,
): Promise<Result<PushedTestSet>> {
  const loaded = await loadTestSet(workspace, file)
  if (!loaded.ok) return loaded
  const project = await hub.findProject(context.signal)
  if (!project.ok) return project
  try {
    const place = { hub, projectId: project.value.id, context }
    const set = (await findTestSet(hub, project.value.id, name)) ?? (await createTestSet(place, name))
    const known = await readCases(hub, set)
    if (!known.ok) return known
    const there = new Map(known.value.map((each) => [each.id, each]))
    const cases = isActive
      ? loaded.value.cases.map((each): TestCase => ({ ...each, status: 'active' }))
      : loaded.value.cases
    const added = cases.filter(({ id }) => !there.has(id))
    const changed = cases.filter((each) => {
      const before = there.get(each.id)
      return before !== undefined && !isSame(each, before)
    })
    await writeCases(place, set, { added, changed })
    const after = await hub.client.getTestSet({ projectId: set.projectId, testSetId: set.id })
    return ok({
      name: set.name,
      added: added.length,
      changed: changed.length,
      same: cases.length - added.length - changed.length,
      onlyThere: there.size - (cases.length - added.length),
      version: after.version,
    })
  } catch (error) {
    return fail(toAssayError(error, hub.url))
  }
}

interface Place {
  readonly hub: HubAccess
  readonly projectId: string
  readonly context: CommandContext
}

/** By its exact name, in any case; `null`: the project has none. Rejects with a `HubError`. */
export async function findTestSet(
  { client }: HubAccess,
  projectId: string,
  name: string,
): Promise<HubTestSet | null> {
  const { items } = await client.listTestSets({ projectId, query: { name, limit: 500 } })
  return items.find((set) => set.name.toLowerCase() === name.toLowerCase()) ?? null
}

const createTestSet = ({ hub, projectId }: Place, name: string): Promise<HubTestSet> =>
  hub.client.createTestSet({ projectId, body: { name } })

/** Every case of a version, as the hub writes them into a file. Rejects with a `HubError`. */
export async function readCases(
  { client, url }: HubAccess,
  set: Pick<HubTestSet, 'id' | 'projectId' | 'name'>,
  version?: number,
): Promise<Result<readonly TestCase[]>> {
  const text = await client.exportCases(
    {
      projectId: set.projectId,
      testSetId: set.id,
      query: { format: 'jsonl', ...(version === undefined ? {} : { version }) },
    },
    { signal: AbortSignal.timeout(readAllMs) },
  )
  return parseTestSet(text, `${url}: ${set.name}`)
}

async function writeCases(
  { hub, context }: Place,
  { projectId, id: testSetId }: HubTestSet,
  { added, changed }: { readonly added: readonly TestCase[]; readonly changed: readonly TestCase[] },
): Promise<void> {
  const tracker = trackCount(context, { doing: 'sending', done: 'sent' })
  const total = added.length + changed.length
  const options = () => ({ signal: withTimeout(context.signal) })
  let done = 0
  const note = (cases: number) => tracker.update({ done: (done += cases), total })
  for (let from = 0; from < added.length; from += batchCases) {
    const cases = added.slice(from, from + batchCases)
    await hub.client.addCases({ projectId, testSetId, body: { cases } }, options())
    note(cases.length)
  }
  for (const { id: caseId, ...body } of changed) {
    const place = { projectId, testSetId, caseId }
    const { revision } = await hub.client.getCase({ ...place, query: {} }, options())
    await hub.client.changeCase({ ...place, body }, { ...options(), revision })
    note(1)
  }
  if (total > 0) tracker.end()
}

/** What the file says of a case is what the hub has. Who reviewed it last the hub says itself: every change is one. */
const isSame = (ours: TestCase, theirs: TestCase): boolean =>
  Object.entries(ours).every(
    ([key, value]) => key === 'review' || canonicalJson(value) === canonicalJson(Reflect.get(theirs, key)),
  )
