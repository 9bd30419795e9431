import { ok, type KnowledgeBase, type Result } from '@assay/core'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import {
  openExtractiveAssistant,
  openModelAssistant,
  demoFolder,
  type Page,
} from '../demo/demo-assistants.ts'
import { evaluateOrReuse } from '../demo/demo-evaluations.ts'
import { demoPlan } from '../demo/demo-plan.ts'
import { demoNames, knowledgeStep, pullStep, questionStep, type DemoSource } from '../demo/demo-steps.ts'
import { pickSome } from '../demo/pick-demo-cases.ts'
import { openDemoHub } from '../demo/open-demo-hub.ts'
import { switchOption } from '../options/option-schemas.ts'
import { readReport } from '../evaluation/read-report.ts'
import { present, styleOf, widthOf } from '../present.ts'
import { renderHtmlReport } from '../render/html/render-html-report.ts'
import { renderSummary } from '../render/terminal/render-summary.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [{ name: 'folder', description: "Your own documents instead of the demo's", required: false }],
  options: { withoutHub: switchOption('End with the report: fill and start no hub') },
  examples: ['assay demo', 'assay demo ../handbook', 'assay demo --without-hub'],
  async run({ arguments: [folder], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const source = folder ?? null
    const pulled = await pullStep(context)
    if (!pulled.ok) return pulled
    const base = await knowledgeStep(workspace, source, context)
    if (!base.ok) return base
    const evaluated = await evaluateBoth(workspace, source, base.value, context)
    if (!evaluated.ok) return evaluated
    // The hub shows the demo's own assistants: a folder of documents ends with the report.
    const hub = options.withoutHub || source !== null ? ok(null) : await openDemoHub(workspace, context)
    if (!hub.ok) return hub
    return showFindings(workspace, source, { context, page: hub.value })
  },
})

async function evaluateBoth(
  workspace: Workspace,
  source: DemoSource,
  base: KnowledgeBase,
  context: CommandContext,
): Promise<Result<void>> {
  const cases = await questionStep(workspace, source, base, context)
  if (!cases.ok) return cases
  const names = demoNames(source)
  const name = source === null ? 'demo assistant' : 'simple assistant'
  const pages = source === null ? undefined : pagesOf(base)
  const common = { base, testSet: names.testSet }
  const first = await evaluateOrReuse(
    workspace,
    {
      ...common,
      name: names.run,
      cases: cases.value,
      concurrency: 8,
      gates: [demoPlan.gate],
      openTarget: openFirst,
    },
    context,
  )
  if (!first.ok) return first
  const some = pickSome(cases.value, demoPlan.smallModelCases, demoPlan.seed)
  return evaluateOrReuse(
    workspace,
    { ...common, name: names.smallModelRun, cases: some, concurrency: 1, gates: [], openTarget: openSecond },
    context,
  )

  function openFirst() {
    if (pages !== undefined) return openExtractiveAssistant(pages, name)
    return workspace.openTarget(name, {
      kind: 'module',
      module: `${demoFolder}assistant-v1.ts`,
      function: 'answer',
      version: 'v1',
    })
  }

  async function openSecond() {
    const model = await workspace.openModel(demoPlan.smallModel)
    return model.ok ? openModelAssistant(model.value, name, pages) : model
  }
}

/** The user's documents as pages the simple assistants can search: one a passage, under its headings. */
const pagesOf = ({ chunks }: KnowledgeBase): readonly Page[] =>
  chunks.map(({ source, titlePath, text }) => ({
    name: source,
    text: `# ${titlePath.join(' › ')}\n\n${text.replace(/^#+ .*\n/, '')}`,
  }))

async function showFindings(
  workspace: Workspace,
  source: DemoSource,
  { context, page }: { readonly context: CommandContext; readonly page: string | null },
): Promise<Result<number>> {
  const names = demoNames(source)
  const report = await readReport(workspace, { run: names.run })
  if (!report.ok) return report
  const second = await readReport(workspace, { run: names.smallModelRun, baseline: names.run })
  if (!second.ok) return second
  const { comparison } = second.value
  const file = `${workspace.runFolder(names.run)}/report.html`
  const written = await workspace.writeText(file, renderHtmlReport({ ...report.value, comparison }))
  if (!written.ok) return written
  const { summary, cases } = report.value
  const next =
    source === null
      ? ['npx assay init', `npx assay eval show ${names.run} --failing`]
      : ['npx assay init', `npx assay testset show --testset ${names.testSet}`]
  const text = renderSummary(summary, {
    width: widthOf(context),
    style: styleOf(context),
    cases,
    comparison,
    report: file,
    next,
  })
  const link = page === null ? '' : `\n  hub          ${page}`
  present(context, { summary, comparison, hub: page }, `${text}${link}`)
  return ok(0)
}
