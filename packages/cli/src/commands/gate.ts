import { createError, fail, ok, type Result } from '@assay/core'
import { describeGate, formatCounted, hasMoreToRun } from '@assay/core/wording'
import { assayVersion } from '../assay-version.ts'
import { defineCommand, type CommandContext, type OptionsOf } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { exitCodeOf } from '../evaluation/exit-code-of.ts'
import { gateOptions, labelOptions } from '../evaluation/evaluation-options.ts'
import { readReport, type Report } from '../evaluation/read-report.ts'
import { requireBaseline } from '../evaluation/require-baseline.ts'
import { fetchEvaluation } from '../hub/fetch-evaluation.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { requireHub } from '../hub/open-hub.ts'
import { integerOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { renderJunit } from '../render/junit/render-junit.ts'
import { renderMarkdown } from '../render/markdown/render-markdown.ts'
import { findCaseLines } from '../render/sarif/find-case-lines.ts'
import { renderSarif } from '../render/sarif/render-sarif.ts'
import type { Workspace } from '../workspace.ts'

const options = {
  evaluation: textOption('An evaluation of the hub, also where a run of this id lies here', 'id'),
  wait: integerOption('Seconds to wait for an evaluation of the hub to end; default 1800', { min: 0 }),
  junit: textOption('Write JUnit XML', 'file'),
  sarif: textOption('Write SARIF 2.1.0, for code scanning', 'file'),
  markdown: textOption('Write the comment for the pull request', 'file'),
  ...gateOptions,
  ...labelOptions,
  ...hubOptions,
}

export const command = defineCommand({
  arguments: [
    { name: 'run', description: 'Name of the run, or id of an evaluation of the hub', required: false },
  ],
  options,
  examples: [
    'assay gate assistant-1 --fail-if "correctness < 0.8" --junit junit.xml --markdown comment.md',
    'assay gate --evaluation 0195f3a2-7c1e-7a43-9b1f-2f6f0c9f8d11 --sarif assay.sarif',
  ],
  async run({ arguments: [run], options: given }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const found = await findRun(workspace, { run, options: given }, context)
    if (!found.ok) return found
    const baseline = await requireBaseline(workspace, given)
    if (!baseline.ok) return baseline
    const report = await readReport(workspace, {
      run: found.value.run,
      baseline: given.baseline,
      gates: given.failIf,
      ...(given.quarantineFlaky ? { quarantineFlaky: true } : {}),
      margin: given.margin,
      labels: given.labels,
    })
    if (!report.ok) return report
    const files = await writeFiles(workspace, report.value, { ...given, page: found.value.page })
    if (!files.ok) return files
    return decide(report.value, { ...found.value, files: files.value }, context)
  },
})

interface FoundRun {
  readonly run: string
  /** In the hub; `null`: it is a run of this folder. */
  readonly page: string | null
}

async function findRun(
  workspace: Workspace,
  { run, options: given }: { readonly run: string | undefined; readonly options: OptionsOf<typeof options> },
  context: CommandContext,
): Promise<Result<FoundRun>> {
  if ((run === undefined) === (given.evaluation === undefined))
    return fail(
      createError('ASSAY-1001', {
        message: 'It is not clear which run is meant',
        fix: 'name one: assay gate RUN, or the id of an evaluation of the hub',
      }),
    )
  if (run !== undefined) {
    const local = await workspace.runs.read(run)
    if (local.ok) return ok({ run, page: null })
    if (local.error.code !== 'ASSAY-6003' || !isId(run)) return local
  }
  const hub = await requireHub(workspace, given, context)
  if (!hub.ok) return hub
  const id = given.evaluation ?? run ?? ''
  return fetchEvaluation(workspace, hub.value, { id, waitMs: (given.wait ?? 1800) * 1000 }, context)
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

interface Files {
  readonly junit?: string | undefined
  readonly sarif?: string | undefined
  readonly markdown?: string | undefined
  readonly page: string | null
}

/** By which a later run of the same job finds the comment it wrote before. */
const commentMark = '<!-- assay gate -->\n'

async function writeFiles(
  workspace: Workspace,
  { summary, cases, comparison }: Report,
  { junit, sarif, markdown, page }: Files,
): Promise<Result<readonly string[]>> {
  const written: string[] = []
  const write = async (
    file: string | undefined,
    render: () => string | Promise<string>,
  ): Promise<Result<void>> => {
    if (file === undefined) return ok(undefined)
    written.push(file)
    return workspace.writeText(file, await render())
  }
  const steps = [
    () => write(junit, () => renderJunit(summary, cases)),
    () =>
      write(sarif, async () =>
        renderSarif(summary, cases, {
          version: assayVersion(),
          testSetFile: summary.testSet.name,
          lineOf: await findCaseLines(workspace, summary.testSet.name),
        }),
      ),
    () =>
      write(
        markdown,
        () =>
          `${commentMark}${renderMarkdown(summary, { comparison, cases, ...(page === null ? {} : { report: page }) })}`,
      ),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  return ok(written)
}

/** Nothing but a finished run with gates may pass: an empty or half one would let everything through. */
function decide(
  { summary }: Report,
  { run, page, files }: FoundRun & { readonly files: readonly string[] },
  context: CommandContext,
): Result<number> {
  const { gates } = summary
  if (gates.length === 0)
    return fail(
      createError('ASSAY-1001', {
        message: 'The run has no gate',
        where: run,
        fix: 'add --fail-if "correctness < 0.8", or gates to assay.yaml',
      }),
    )
  if (hasMoreToRun(summary))
    return fail(
      createError('ASSAY-5001', {
        message: 'The run is not finished, so its gates say nothing yet',
        where: `${run}: ${summary.counts.finished} of ${summary.counts.cases} cases`,
        fix: page === null ? `assay eval resume ${run}` : `go on with it in the hub: ${page}`,
      }),
    )
  const failed = gates.filter(({ outcome }) => outcome === 'failed').length
  const untested = gates.filter(({ outcome }) => outcome === 'not tested').length
  const finding =
    failed > 0
      ? `FAILED: ${failed} of ${formatCounted(gates.length, 'gate')}`
      : untested > 0
        ? `Passed, with ${formatCounted(untested, 'gate')} not tested`
        : `Passed: ${formatCounted(gates.length, 'gate')}`
  const lines = [
    `${finding}  ${run}`,
    ...gates.map((gate) => `  gate    ${describeGate(gate)}`),
    ...files.map((file) => `  wrote   ${file}`),
    ...(page === null ? [] : [`  page    ${page}`]),
  ]
  present(context, { run, gates, files, page }, lines.join('\n'))
  return ok(exitCodeOf(summary))
}
