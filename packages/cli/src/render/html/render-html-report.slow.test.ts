import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildReport } from '@assay/testkit'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderJunit } from '../junit/render-junit.ts'
import { renderHtmlReport } from './render-html-report.ts'

const executablePath =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  ) ?? ''
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Set ASSAY_SCREENSHOTS to a folder to keep the pictures. */
const pictures = process.env['ASSAY_SCREENSHOTS']

const small = buildReport()
const retestCommand = 'npx assay eval run --config assay.yaml'
const hostile = `</script><img src=x onerror="document.title='hacked'"><b>`

let folder = ''
let browser: Browser

beforeAll(async () => {
  if (executablePath === '') throw new Error('no Chromium was found: install one to run the browser tests')
  folder = mkdtempSync(join(tmpdir(), 'assay-report-'))
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(async () => {
  await browser?.close()
  if (folder !== '') rmSync(folder, { recursive: true })
})

interface OpenOptions {
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  readonly hash?: string
}

/** Opens a page from disk, and fails on any request beyond it, any script error and any breach of its policy. */
async function open(html: string, options: OpenOptions = {}): Promise<Page> {
  const { width = 1280, scheme = 'light', hash = '' } = options
  const file = join(folder, `${Math.random().toString(36).slice(2)}.html`)
  writeFileSync(file, html)
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    bypassCSP: false,
  })
  const page = await context.newPage()
  const url = pathToFileURL(file).href
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url && !request.url().startsWith('data:'))
      throw new Error(`the report asked for ${request.url()}`)
  })
  page.on('pageerror', (error) => {
    throw error
  })
  page.on('console', (message) => {
    if (message.type() === 'error') throw new Error(message.text())
  })
  await page.goto(`${url}${hash}`)
  return page
}

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const violations: readonly AxeViolation[] = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.violations)`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  )
}

interface ScrollFigures {
  readonly rows: number
  readonly lastIndex: number
  readonly medianMs: number
  readonly slowestMs: number
  readonly filterMs: number
}

/** Runs in the page: scrolls from end to end in 120 steps, then filters by a word. */
const scrollAndFilter = `(async () => {
  const viewport = document.getElementById('case-viewport')
  const timed = (action) => {
    const started = performance.now()
    action()
    document.body.getBoundingClientRect()
    return performance.now() - started
  }
  const times = []
  const height = viewport.scrollHeight
  for (let step = 0; step <= 120; step += 1) {
    times.push(timed(() => {
      viewport.scrollTop = (height * step) / 120
      viewport.dispatchEvent(new Event('scroll'))
    }))
    await new Promise(requestAnimationFrame)
  }
  times.sort((a, b) => a - b)
  const rows = document.querySelectorAll('#case-list li')
  const search = document.getElementById('case-words')
  const filterMs = timed(() => {
    search.value = 'retention'
    search.dispatchEvent(new Event('input', { bubbles: true }))
  })
  const lastIndex = Number(rows[rows.length - 1].ariaPosInSet)
  return { rows: rows.length, lastIndex, medianMs: times[60], slowestMs: times[120], filterMs }
})()`

const report = renderHtmlReport({ ...small, retestCommand })
const firstFailed = small.summary.readFirst[0] ?? ''

describe.each([
  [1280, 'light'],
  [1280, 'dark'],
  [360, 'light'],
  [360, 'dark'],
] as const)('the report at %d px, %s', (width, scheme) => {
  it('is accessible, closed and with a case open, and never wider than the screen', async () => {
    const page = await open(report, { width, scheme })
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `report-${width}-${scheme}.png`), fullPage: true })
    }
    expect(await findViolations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.evaluate(`location.hash = '#cases?case=${firstFailed}'`)
    await page.waitForSelector('#case-title')
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    expect(await findViolations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.context().close()
  })
})

describe('the report', () => {
  it('can be read and filtered by keyboard alone', async () => {
    const page = await open(report)
    const title = () => page.textContent('#case-title')
    const count = () => page.textContent('#case-count')
    await page.keyboard.press('j')
    const first = await title()
    await page.keyboard.press('j')
    expect(await title()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await title()).toBe(first)
    await page.keyboard.press('x')
    expect(page.url()).toContain('disputed=')
    expect(await page.textContent('#disputed-count')).toBe('1')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('case-title')
    const before = await count()
    await page.keyboard.press('/')
    await page.keyboard.type('limit plan jjj')
    expect(await count()).toBe('0 of 80 cases')
    for (let index = 0; index < 4; index += 1) await page.keyboard.press('Backspace')
    expect(await count()).not.toBe(before)
    expect(page.url()).toContain('q=limit+plan')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await page.isVisible('#help')).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.isVisible('#help')).toBe(false)
    await page.context().close()
  })

  it('shows every focus', async () => {
    const page = await open(report)
    const seen = new Set<string>()
    for (let index = 0; index < 40; index += 1) {
      await page.keyboard.press('Tab')
      const style: string = await page.evaluate(
        `(() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return outlineStyle + outlineWidth })()`,
      )
      expect(style).not.toMatch(/^none|0px$/)
      seen.add(await page.evaluate('document.activeElement.outerHTML.slice(0, 200)'))
    }
    expect(seen.size).toBeGreaterThan(30)
    await page.context().close()
  })

  it('keeps its view in the address: a copied one shows the same, and Back goes back', async () => {
    const page = await open(report, { hash: '#cases?outcome=all&type=simple' })
    expect(await page.textContent('#case-count')).toBe('32 of 80 cases')
    await page.selectOption('select[name=component]', 'indexing')
    const narrowed = await page.textContent('#case-count')
    await page.goBack()
    expect(await page.textContent('#case-count')).toBe('32 of 80 cases')
    await page.goForward()
    expect(await page.textContent('#case-count')).toBe(narrowed)
    await page.click('#where-title ~ .chart a:has-text("out-of-scope")')
    expect(await page.textContent('#case-count')).toBe('16 of 80 cases')
    await page.context().close()
  })

  it('is never wider than 320 px, whatever is open', async () => {
    const page = await open(report, { width: 320, hash: `#cases?case=${firstFailed}` })
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.context().close()
  })

  it('takes turns between list and case on a small screen', async () => {
    const page = await open(report, { width: 360 })
    expect(await page.isVisible('#case-viewport')).toBe(true)
    await page.click('#case-list a >> nth=0')
    expect(await page.isVisible('#case-viewport')).toBe(false)
    await page.click('[data-action=close]')
    expect(await page.isVisible('#case-viewport')).toBe(true)
    await page.context().close()
  })

  it('keeps a few dozen rows of 2,000 cases in the page, whatever is scrolled to', async () => {
    const page = await open(renderHtmlReport(buildReport({ size: 2000 })), { hash: '#cases?outcome=all' })
    const figures: ScrollFigures = await page.evaluate(scrollAndFilter)
    const { rows, lastIndex, medianMs, slowestMs, filterMs } = figures
    process.stdout.write(
      `2,000 cases: a step of scrolling ${medianMs.toFixed(1)} ms in the median, ${slowestMs.toFixed(1)} ms at most; filtering ${filterMs.toFixed(1)} ms\n`,
    )
    expect(rows).toBeLessThan(60)
    expect(lastIndex).toBe(2000)
    await page.context().close()
  })

  it('runs nothing a model said, in the page, the list or the open case', async () => {
    const cases = small.cases.map((each) => ({
      ...each,
      answer: { ...each.answer!, text: hostile, documents: [{ id: hostile, text: hostile }] },
      testCase: { ...each.testCase, question: hostile, referenceAnswer: hostile },
    }))
    const page = await open(renderHtmlReport({ ...small, cases }))
    await page.keyboard.press('j')
    expect(await page.textContent('#case-title')).toBe(hostile)
    expect(await page.evaluate(`document.querySelectorAll('img, main b').length`)).toBe(0)
    expect(await page.title()).not.toBe('hacked')
    await page.context().close()
  })

  it('can be read without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.setContent(report)
    expect(await page.textContent('h1')).toBe('Is the demo assistant ready?')
    expect(await page.isVisible('text=Read these three first')).toBe(true)
    expect(await page.isVisible('#case-filters')).toBe(false)
    await context.close()
  })

  it('prints every failure and opens every table', async () => {
    const page = await open(report)
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(`document.querySelectorAll('#print-cases tbody tr').length`)).toBe(36)
    expect(await page.isVisible('#case-filters')).toBe(false)
    if (pictures !== undefined) writeFileSync(join(pictures, 'report.pdf'), await page.pdf())
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    expect(await page.evaluate(`document.querySelectorAll('#print-cases tr').length`)).toBe(0)
    await page.context().close()
  })

  it('remembers the chosen theme while it is open', async () => {
    const page = await open(report)
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const light = await ground()
    await page.click('#theme')
    expect(await ground()).not.toBe(light)
    expect(await page.textContent('#theme')).toBe('Light')
    await page.context().close()
  })
})

it('writes JUnit that an XML parser reads, hostile text or not', async () => {
  const cases = small.cases.map((each) => ({
    ...each,
    answer: { ...each.answer!, text: `${hostile}\u0000]]>&` },
  }))
  const page = await browser.newPage()
  const parsed: { error: boolean; tests: number } = await page.evaluate(`(() => {
    const xml = new DOMParser().parseFromString(${JSON.stringify(renderJunit(small.summary, cases))}, 'application/xml')
    return { error: xml.querySelector('parsererror') !== null, tests: xml.querySelectorAll('testcase').length }
  })()`)
  expect(parsed).toEqual({ error: false, tests: 82 })
  await page.close()
})
