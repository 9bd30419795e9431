import { resolve } from 'node:path'
import type { TestCase } from '@assay/contracts'
import { ok, type KnowledgeBase, type Result } from '@assay/core'
import { factsTypes, generateFacts } from '@assay/core/testsets'
import { formatTestSet, parseTestSet } from '@assay/core/testsets/format'
import { formatCounted } from '@assay/core/wording'
import type { CommandContext } from '../command.ts'
import { hasLocalModels, pullLocalModels } from '../compose-local-models.ts'
import { rootSources } from '../knowledge/source-root.ts'
import { defaultChunking, syncInto } from '../knowledge/sync-into.ts'
import type { Workspace } from '../workspace.ts'
import { demoFolder } from './demo-assistants.ts'
import { demoPlan, demoQuestions } from './demo-plan.ts'
import { pickByType } from './pick-demo-cases.ts'

/** `null`: the demo's own documentation. */
export type DemoSource = string | null

export interface DemoNames {
  readonly knowledgeBase: string
  readonly testSet: string
  readonly run: string
  readonly smallModelRun: string
}

/** The demo over a folder keeps its own things beside those of the demo. */
export function demoNames(folder: DemoSource): DemoNames {
  if (folder === null) return demoPlan
  const slug =
    resolve(folder)
      .split(/[\\/]/)
      .at(-1)
      ?.replaceAll(/[^\w.-]+/g, '-')
      .replace(/^[.-]+/, '') || 'folder'
  return {
    knowledgeBase: `demo-${slug}`,
    testSet: `.assay/demo/${slug}.jsonl`,
    run: `demo-${slug}`,
    smallModelRun: `demo-${slug}-small-model`,
  }
}

/** Says a step's outcome in one line. */
export function sayStep({ output }: CommandContext, name: string, text: string): void {
  output.error(`${name.padEnd(11)}${text}\n`)
}

export async function pullStep(context: CommandContext): Promise<Result<void>> {
  const pulled = (await hasLocalModels(context.env)) ? ok(undefined) : await pullLocalModels(context)
  if (!pulled.ok) return pulled
  sayStep(context, 'models', `${demoPlan.smallModel} and ${demoPlan.embedder} are ready`)
  return ok(undefined)
}

export async function knowledgeStep(
  workspace: Workspace,
  folder: DemoSource,
  context: CommandContext,
): Promise<Result<KnowledgeBase>> {
  const { knowledgeBase: name } = demoNames(folder)
  const rooted = rootSources([folder ?? `${demoFolder}docs`], context.cwd)
  const synced = await syncInto(
    workspace,
    {
      settings: {
        name,
        root: rooted.root,
        sources: [...rooted.sources],
        textField: null,
        chunking: defaultChunking,
      },
      embedder: demoPlan.embedder,
      skipBadRows: true,
    },
    context,
  )
  if (!synced.ok) return synced
  const { manifest } = synced.value.knowledgeBase
  const { added, changed, removed } = synced.value.changes.documents
  const state =
    added.length + changed.length + removed.length === 0 ? 'unchanged, used again' : 'read, cut and embedded'
  sayStep(
    context,
    'knowledge',
    `${formatCounted(manifest.counts.documents, 'document')}, ${formatCounted(manifest.counts.chunks, 'chunk')}: ${state}`,
  )
  for (const { source: skipped, error } of manifest.skipped.slice(0, 3))
    sayStep(context, '', `not read: ${skipped}: ${error.message}`)
  return ok(synced.value.knowledgeBase)
}

export async function questionStep(
  workspace: Workspace,
  folder: DemoSource,
  base: KnowledgeBase,
  context: CommandContext,
): Promise<Result<readonly TestCase[]>> {
  const { testSet } = demoNames(folder)
  const kept = await readKept(workspace, testSet, base)
  if (kept !== null) {
    sayStep(context, 'questions', `${kept.length} of the last time, used again (${testSet})`)
    return ok(kept)
  }
  const cases = generateCases(workspace, folder, base)
  if (!cases.ok) return cases
  const written = await workspace.writeText(testSet, formatTestSet(cases.value))
  if (!written.ok) return written
  sayStep(
    context,
    'questions',
    `${cases.value.length} made and checked by rules: ${countByType(cases.value)}`,
  )
  return cases
}

/** Questions made from exactly these documents; `null`: there are none. */
async function readKept(
  workspace: Workspace,
  file: string,
  { manifest }: KnowledgeBase,
): Promise<readonly TestCase[] | null> {
  const text = await workspace.readText(file)
  const parsed = text === null ? null : parseTestSet(text, file)
  if (parsed === null || !parsed.ok || parsed.value.length === 0) return null
  return parsed.value.every((each) => each.provenance.knowledgeBaseVersion === manifest.version)
    ? parsed.value
    : null
}

/** More than the demo's documents carry: what is asked is drawn evenly over them afterwards. */
const everyQuestion = 1000

function generateCases(
  { hash }: Workspace,
  folder: DemoSource,
  base: KnowledgeBase,
): Result<readonly TestCase[]> {
  const { seed, types } = demoPlan
  if (folder !== null) {
    const made = generateFacts(base, { questions: demoQuestions, types: factsTypes, seed }, { hash })
    return made.ok ? ok(made.value.cases) : made
  }
  const groups = Object.keys(types)
  const made = generateFacts(
    base,
    { questions: everyQuestion, types: factsTypes.filter((type) => groups.includes(type)), seed },
    { hash },
  )
  const sources = new Map(base.chunks.map(({ id, source }) => [id, source]))
  const documentOf = ({ referenceContexts: [first = ''] }: TestCase) => sources.get(first) ?? ''
  const weightOf = (source: string) =>
    source.endsWith(demoPlan.askedOften.source) ? demoPlan.askedOften.weight : 1
  return made.ok ? ok(pickByType(made.value.cases, types, { seed, documentOf, weightOf })) : made
}

function countByType(cases: readonly TestCase[]): string {
  const groups = Map.groupBy(cases, (each) => each.type)
  return [...groups].map(([type, members]) => `${members.length} ${type}`).join(', ')
}
