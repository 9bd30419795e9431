import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Comparison, EvaluationSummary } from '@assay/contracts'
import type { JudgeTrust } from '../../judge/read-judge-trust.ts'
import type { ReportCase } from '../report-case.ts'
import { html, type Html } from './client/html.ts'
import { buildPageScript } from './page-script.ts'
import { renderBreakdown } from './section-breakdown.ts'
import { renderCases } from './section-cases.ts'
import { renderChecks } from './section-checks.ts'
import { renderComparisonSection } from './section-comparison.ts'
import { renderLatencyAndCost, renderRetrieval, renderRunFacts } from './section-figures.ts'
import { renderReadFirst, renderTrust, renderWhereAndWhy } from './section-findings.ts'
import { renderJudge } from './section-judge.ts'
import { renderOverview } from './section-overview.ts'
import { toReportData } from './to-report-data.ts'

export interface HtmlReport {
  readonly summary: EvaluationSummary
  readonly cases: readonly ReportCase[]
  readonly comparison?: Comparison | null
  readonly trust: JudgeTrust
  /** The command that tests again, for copying. */
  readonly retestCommand?: string
}

/**
 * The report as one HTML file that asks nothing of anyone: styles, script and data stand in it, and its own policy
 * forbids every request.
 */
export function renderHtmlReport({ summary, cases, comparison, trust, retestCommand }: HtmlReport): string {
  const data = toReportData(cases)
  const caseIds = new Set(data.cases.map(({ id }) => id))
  const body = html`<a class="skip" href="#cases">Skip to the cases</a>
    ${renderNavigation(summary, comparison)}
    <main>
      ${renderOverview(summary)} ${renderWhereAndWhy(summary)} ${renderReadFirst(summary, data.cases)}
      ${renderTrust(summary, retestCommand)}
      ${comparison ? renderComparisonSection(comparison, caseIds) : null} ${renderBreakdown(summary)}
      ${renderJudge(summary, trust, caseIds)} ${renderChecks(summary)} ${renderRetrieval(summary)}
      ${renderLatencyAndCost(summary)} ${renderCases(data.cases, summary.cases.length)}
      ${renderRunFacts(summary)}
    </main>
    <p id="status" role="status" class="toast"></p>
    ${renderHelp()}`
  return assemblePage(`${summary.headline.question} · Assay`, body, toEmbeddedJson(data))
}

function renderNavigation(
  { checks, judge }: EvaluationSummary,
  comparison: Comparison | null | undefined,
): Html {
  return html`<nav aria-label="Report">
    <span class="brand">Assay</span>
    <a href="#breakdown">Breakdown</a
    >${judge.kind === 'none' ? null : html`<a href="#judge">Judge</a>`}${checks.length > 0 ? html`<a href="#checks">Checks</a>` : null}${comparison ? html`<a href="#comparison">Comparison</a>` : null}<a
      href="#retrieval"
      >Retrieval</a
    ><a href="#cost">Cost</a><a href="#cases">Cases</a><a href="#run">Run</a>
    <button type="button" id="theme" class="needs-script" aria-label="Switch between light and dark">
      Dark
    </button>
  </nav>`
}

const keys = [
  ['j', 'next case'],
  ['k', 'case before'],
  ['Enter', 'go to the open case'],
  ['x', 'dispute the verdict, or take it back'],
  ['/', 'search'],
  ['Esc', 'back to the list'],
  ['?', 'this help'],
] as const

const renderHelp = (): Html =>
  html`<dialog id="help" aria-labelledby="help-title">
    <h2 id="help-title">Keys</h2>
    <dl class="keys">
      ${keys.map(
        ([key, meaning]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
    <form method="dialog">
      <label><input type="checkbox" id="shortcuts-on" checked /> Single keys work</label>
      <button>Close</button>
    </form>
  </dialog>`

/** JSON that no HTML parser takes for markup. */
const toEmbeddedJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

function assemblePage(title: string, body: Html, json: string): string {
  const style = readFileSync(new URL('report.css', import.meta.url), 'utf8')
  const script = buildPageScript()
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; img-src data:; base-uri 'none'; form-action 'none'`
  const head = html`<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="data:," />`
  return [
    `<!doctype html>\n<html lang="en">\n<head>\n${head.text}`,
    // Joined as they are: their hashes stand in the policy.
    `<style>${style}</style>\n</head>\n<body>\n${body.text}`,
    `<script type="application/json" id="report-data">${json}</script>`,
    `<script>${script}</script>\n</body>\n</html>\n`,
  ].join('\n')
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
