import type { CheckUse, TargetConfiguration, TestCase } from '@assay/contracts'
import {
  checkBodySchema,
  promptBodySchema,
  targetBodySchema,
  type DocumentBody,
  type Project,
} from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  readCasePage,
  readDocument,
  readDocumentVersion,
  readTestSet,
  type ControlDatabase,
  type PinnedVersion,
  type WorkOrder,
} from '@assay/storage/postgres'
import type { EvaluationWork } from './evaluation-jobs.ts'

/** What the command line of a worker is given: everything by the exact versions that were pinned. */
export interface WorkPlan {
  /** `assay.yaml`. */
  readonly configuration: Readonly<Record<string, unknown>>
  /** File of the test set, named for the sets. */
  readonly testSetFile: string
  readonly runName: string
  readonly targetId: string | null
  /** Evaluations that may ask the target at once; `null`: it has no limit of its own. */
  readonly mostAtOnce: number | null
  cases(): AsyncIterable<TestCase>
}

interface Parts {
  readonly control: ControlDatabase
}

/** Fails with ASSAY-9003 where something that was pinned is gone, ASSAY-9006 where it cannot be asked as it stands. */
export async function planWork(
  { control }: Parts,
  work: EvaluationWork,
  money: { readonly project: Project; readonly spentUsd: number },
): Promise<Result<WorkPlan>> {
  const { order, projectId } = work
  const target = order.target === null ? ok(null) : await readTarget(control, projectId, order.target)
  if (!target.ok) return target
  const checks: CheckUse[] = []
  for (const pinned of order.checks) {
    const check = await readCheck(control, projectId, pinned)
    if (!check.ok) return check
    checks.push(check.value)
  }
  const budgetUsd = capOf(order, target.value?.body ?? null, money)
  return ok({
    configuration: {
      ...(target.value === null
        ? {}
        : { target: target.value.name, targets: { [target.value.name]: target.value.connection } }),
      ...(target.value === null || target.value.body.description === ''
        ? {}
        : { description: target.value.body.description }),
      judge: order.judge,
      checks,
      gates: order.gates,
      limits: budgetUsd === null ? {} : { budgetUsd },
    },
    testSetFile: `${toFileName(await namesOf(control, projectId, order.testSets), 'testset')}.jsonl`,
    runName: toFileName(work.name, 'run'),
    targetId: target.value?.id ?? null,
    mostAtOnce: target.value === null || target.value.connection.limits === undefined ? null : 1,
    cases: () => readCases(control, order),
  })
}

interface PinnedTarget {
  readonly id: string
  readonly name: string
  readonly body: DocumentBody<'target'>
  readonly connection: TargetConfiguration
}

async function readTarget(
  control: ControlDatabase,
  projectId: string,
  { id, version }: PinnedVersion,
): Promise<Result<PinnedTarget>> {
  const document = await readDocument(control, projectId, id)
  const stored = document === null ? null : await readDocumentVersion(control, id, version)
  if (document === null || stored === null) return gone(`version ${version} of target ${id}`)
  const body = targetBodySchema.parse(stored.body)
  const prompt = body.prompt === null ? ok(null) : await readPrompt(control, body.prompt)
  if (!prompt.ok) return prompt
  const parameters = { ...body.connection.parameters, ...withoutNull(body.parameters) }
  const connection: TargetConfiguration = {
    ...body.connection,
    name: body.connection.name ?? document.name,
    version: body.connection.version ?? String(version),
    ...(prompt.value === null ? {} : { prompt: prompt.value }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  }
  return ok({ id, name: document.name, body, connection })
}

/** A target is sent one text: the system messages, in their order. */
async function readPrompt(control: ControlDatabase, { id, version }: PinnedVersion): Promise<Result<string>> {
  const stored = await readDocumentVersion(control, id, version)
  if (stored === null) return gone(`version ${version} of prompt ${id}`)
  const { messages } = promptBodySchema.parse(stored.body)
  const other = messages.find(({ role }) => role !== 'system')
  if (other !== undefined)
    return fail(
      createError('ASSAY-9006', {
        message: `The prompt holds a message of the ${other.role}, which no target is sent`,
        where: `prompt ${id}, version ${version}`,
        fix: 'write the examples into the system message',
      }),
    )
  return ok(messages.map(({ content }) => content).join('\n\n'))
}

async function readCheck(
  control: ControlDatabase,
  projectId: string,
  { id, version }: PinnedVersion,
): Promise<Result<CheckUse>> {
  const document = await readDocument(control, projectId, id)
  const stored = document === null ? null : await readDocumentVersion(control, id, version)
  if (document === null || stored === null) return gone(`version ${version} of check ${id}`)
  const { check } = checkBodySchema.parse(stored.body)
  return ok({ ...check, name: check.name ?? document.name })
}

async function namesOf(
  control: ControlDatabase,
  projectId: string,
  sets: readonly PinnedVersion[],
): Promise<string> {
  const found = await Promise.all(sets.map(({ id }) => readTestSet(control, projectId, id)))
  return found.map((set) => set?.name ?? 'removed').join(', ')
}

const pageCases = 200

/** Active cases of the pinned versions, one set after the other; an id that came before gets the number of its set. */
async function* readCases(
  control: ControlDatabase,
  { testSets, tags, limit }: WorkOrder,
): AsyncGenerator<TestCase, undefined> {
  const seen = new Set<string>()
  for (const [index, { id: testSetId, version }] of testSets.entries()) {
    for (let after = -1; ;) {
      const of = { testSetId, version, after, limit: pageCases, status: 'active' as const, anyTag: tags }
      const page = await readCasePage(control, of)
      for (const { testCase } of page) {
        if (limit !== null && seen.size >= limit) return
        const id = seen.has(testCase.id) ? `${testCase.id}~${index + 1}` : testCase.id
        seen.add(id)
        yield { ...testCase, id }
      }
      const last = page.at(-1)
      if (last === undefined || page.length < pageCases) break
      after = last.position
    }
  }
}

/** The smallest of what the request, the target and what is left of the project's month allow; `null`: none caps it. */
function capOf(
  { budgetUsd }: WorkOrder,
  target: DocumentBody<'target'> | null,
  { project, spentUsd }: { readonly project: Project; readonly spentUsd: number },
): number | null {
  const left = project.budgetUsd === null ? null : Math.max(0, project.budgetUsd - spentUsd)
  const caps = [budgetUsd, target?.budgetUsd ?? null, left].filter((cap) => cap !== null)
  return caps.length === 0 ? null : Math.min(...caps)
}

const withoutNull = (
  parameters: DocumentBody<'target'>['parameters'],
): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(parameters).filter(
      (entry): entry is [string, string | number | boolean] => entry[1] !== null,
    ),
  )

const gone = (where: string): Result<never> => fail(createError('ASSAY-9003', { where }))

/** Letters, digits, dots, dashes and underscores, as the command line wants a run named. */
const toFileName = (name: string, standard: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}_]+/u, '')
    .slice(0, 80)
    .replace(/-+$/, '') || standard
