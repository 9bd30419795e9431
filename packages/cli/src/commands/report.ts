import { join } from 'node:path'
import { ok, type Result } from '@assay/core'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { gateOptions, labelOptions } from '../evaluation/evaluation-options.ts'
import { htmlCaseLimit, readReport, type Report } from '../evaluation/read-report.ts'
import { requireBaseline } from '../evaluation/require-baseline.ts'
import { choiceOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { renderCsv } from '../render/csv/render-csv.ts'
import { renderHtmlReport } from '../render/html/render-html-report.ts'
import { renderJunit } from '../render/junit/render-junit.ts'
import { renderMarkdown } from '../render/markdown/render-markdown.ts'
import { renderRagetReport } from '../render/raget/render-raget-report.ts'
import { renderJson } from '../render/render-json.ts'
import type { Workspace } from '../workspace.ts'

const formats = ['html', 'json', 'csv', 'markdown', 'junit', 'raget'] as const
type Format = (typeof formats)[number]

const fileNames: Readonly<Record<Format, string>> = {
  html: 'report.html',
  json: 'report.json',
  csv: 'report.csv',
  markdown: 'report.md',
  junit: 'junit.xml',
  raget: 'raget',
}

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Name of the run', required: true }],
  options: {
    format: choiceOption('Form of the report; default html', formats),
    out: textOption('File or folder to write (default: into the run folder); - for standard output', 'path'),
    ...gateOptions,
    ...labelOptions,
  },
  examples: [
    'assay report assistant-1',
    'assay report assistant-1 --format markdown --baseline assistant-0 --out comment.md',
  ],
  async run({ arguments: [run = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const baseline = await requireBaseline(workspace, options)
    if (!baseline.ok) return baseline
    const report = await readReport(workspace, {
      run,
      baseline: options.baseline,
      gates: options.failIf,
      ...(options.quarantineFlaky ? { quarantineFlaky: true } : {}),
      margin: options.margin,
      labels: options.labels,
      caseLimit: (options.format ?? 'html') === 'html' ? htmlCaseLimit : undefined,
    })
    if (!report.ok) return report
    const format = options.format ?? 'html'
    const isFailed = report.value.summary.gates.some((gate) => gate.outcome === 'failed')
    // Gates of the run were decided by the run; those named here are decided here.
    const exitCode = options.failIf !== undefined && isFailed ? 1 : 0
    const files = await renderFiles(workspace, report.value, format)
    if (options.out === '-') {
      for (const text of Object.values(files)) context.output.out(text)
      return ok(exitCode)
    }
    const path = options.out ?? join(workspace.runFolder(run), fileNames[format])
    const written = await writeFiles(workspace, path, files)
    if (!written.ok) return written
    present(context, { format, path }, `report  ${path}`)
    return ok(exitCode)
  },
})

/** By name inside the written folder; one file under the empty name where the format is a single file. */
async function renderFiles(
  workspace: Workspace,
  report: Report,
  format: Format,
): Promise<Readonly<Record<string, string>>> {
  const { summary, cases, comparison, trust } = report
  switch (format) {
    case 'html':
      return { '': renderHtmlReport(report) }
    case 'json':
      return { '': renderJson(summary, { comparison, trust }) }
    case 'csv':
      return { '': renderCsv(cases) }
    case 'markdown':
      return { '': renderMarkdown(summary, { comparison, cases }) }
    case 'junit':
      return { '': renderJunit(summary, cases) }
    case 'raget': {
      const base =
        summary.knowledgeBase === null
          ? null
          : await workspace.knowledgeBases.open(summary.knowledgeBase.name)
      return renderRagetReport(summary, cases, base?.ok ? base.value : { chunks: [], topics: null })
    }
  }
}

async function writeFiles(
  workspace: Workspace,
  path: string,
  files: Readonly<Record<string, string>>,
): Promise<Result<void>> {
  for (const [name, text] of Object.entries(files)) {
    const written = await workspace.writeText(name === '' ? path : join(path, name), text)
    if (!written.ok) return written
  }
  return ok(undefined)
}
