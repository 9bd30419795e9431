import { createHash } from 'node:crypto'
import { Script } from 'node:vm'
import { buildReport, type BuiltReport } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { renderHtmlReport } from './render-html-report.ts'

const report = buildReport()
const page = renderHtmlReport({ ...report, retestCommand: 'npx assay eval run' })
const hostile = `</script><script>alert(1)</script><img src=x onerror="alert(1)">'"&<!--`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Words of a closed list: no other text can stand there. */
const closed = [
  'component',
  'outcome',
  'verdict',
  'by',
  'ready',
  'status',
  'change',
  'effect',
  'kind',
  'from',
  'to',
  'code',
]

/** The same report with hostile text in every field that is free. */
function poison<T>(value: T): T
function poison(value: unknown): unknown {
  if (typeof value === 'string') return `${hostile}${value}`
  if (Array.isArray(value)) return value.map((each: unknown) => poison(each))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      closed.includes(key) && typeof each === 'string' ? each : poison(each),
    ]),
  )
}

/** The page as it is read, without its script and its data. */
const withoutScripts = (text: string): string => text.replace(/<script[\s\S]*?<\/script>/g, '')

describe('the HTML report', () => {
  it('answers its question on the first screen, with gates, rates and intervals', () => {
    expect(page).toContain('<h1>Is the demo assistant ready?</h1>')
    expect(page).toContain('<strong>Not yet.</strong> It answers everything it should decline')
    expect(page).toContain('correctness ≥ 80 %: failed, measured 54 %')
    expect(page).toContain('43–64, n = 78')
    expect(page).toContain('Read these three first')
  })

  it('holds the card of its judge and what people judged otherwise, one click from every judged rate', () => {
    expect(page.match(/<a href="#judge">judge<\/a>/g)?.length).toBeGreaterThanOrEqual(3)
    expect(page).toContain('Card of rules, version 1')
    expect(page).toContain('What still fools it')
    expect(page).toContain('On 1 answer people and judge differ')
    expect(page).toContain('assay judge label demo')
  })

  it('shows the corrected rate beside the raw one, or why there is none', () => {
    const correction = {
      from: 'this run' as const,
      right: 60,
      wrong: 55,
      estimate: { value: 0.5, low: 0.4, high: 0.6, n: 78, method: 'PPI++ 95 %' },
      refusal: null,
      range: null,
    }
    const withIt = renderHtmlReport({ ...report, summary: { ...report.summary, correction } })
    expect(withIt).toContain('Judged correct, corrected')
    expect(withIt).toContain('by 60 right and 55 wrong labels of this run')
    const refused = { ...correction, estimate: null, refusal: 'too few labels' as const, wrong: 3 }
    expect(renderHtmlReport({ ...report, summary: { ...report.summary, correction: refused } })).toContain(
      'too few labels (60 right, 3 wrong; 50 of each are needed)',
    )
  })

  it('asks nothing of anyone: no address, and a policy that forbids all', () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(withoutScripts(page)).not.toMatch(/\b(?:src|href|action|srcset)="(?!#|data:,")|url\(|@import/)
    expect(script).not.toMatch(/fetch\(|XMLHttpRequest|WebSocket|sendBeacon|\bimport\s*\(/)
    expect(page).toContain('default-src &#39;none&#39;')
  })

  it('allows only its own style and script, by their hashes', () => {
    const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
    const policy = /content="(default-src[^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? ''
    expect(policy).toContain(`style-src ${hashOf(style)}`)
    expect(policy).toContain(`script-src ${hashOf(script)}`)
    expect(policy).not.toMatch(/unsafe/)
  })

  it('has a script without imports that any browser can parse', () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(script).not.toMatch(/^\s*(?:import|export)\s/m)
    expect(() => new Script(script)).not.toThrow()
  })

  it('draws what was not tested as such, never as a zero', () => {
    const none = { value: null, low: null, high: null, n: 0, method: 'Wilson 95 %' }
    const untested = { ...report.summary, declining: none, retrieval: null, latency: null, reliability: null }
    const text = renderHtmlReport({ ...report, summary: untested })
    expect(text).toContain('not tested')
    expect(text).toContain('Not tested: there are no retrieved documents to compare with reference passages.')
    expect(withoutScripts(text)).not.toMatch(/NaN|undefined|>null</)
  })

  it('shows a run in which nothing failed or nothing was found', () => {
    const summary = {
      ...report.summary,
      attribution: [],
      readFirst: [],
      suggestions: [],
      gates: [],
      slices: [],
    }
    const text = renderHtmlReport({
      summary,
      cases: [],
      trust: { card: null, correction: null, disagreements: [] },
    })
    expect(text).toContain('Nothing failed.')
    expect(withoutScripts(text)).not.toMatch(/NaN|undefined/)
  })

  it('escapes hostile text in every field', () => {
    const poisoned: BuiltReport = poison(report)
    const text = renderHtmlReport({ ...poisoned, retestCommand: hostile })
    expect(text.match(/<script/g)).toHaveLength(2)
    expect(text.match(/<\/script/g)).toHaveLength(2)
    expect(text).not.toContain('<img')
    expect(text).not.toMatch(/<!--/)
    expect(text).toContain('&lt;img src=x onerror=')
  })
})
