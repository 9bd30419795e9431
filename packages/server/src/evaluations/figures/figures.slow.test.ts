import { AssayFailure, createError } from '@assay/core'
import { describe, expect, it } from 'vitest'
import type { StoredResult } from '@assay/storage/clickhouse'
import { sampleRun, type SampleRun } from '../fixtures/sample-run.ts'
import { computeFigures } from './figures.ts'
import type { SummaryPorts } from './figures-jobs.ts'

const run = sampleRun({ id: '01930000-0000-7000-8000-000000000001', cases: 300 })

const linesOf = ({ tables }: SampleRun) =>
  Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]))

const portsOf = ({ tables }: SampleRun, given: StoredResult[] = []): SummaryPorts => ({
  readLines: async ({ table, from, to }) => tables[table].slice(from, to).map((row) => JSON.stringify(row)),
  giveResults: async (results) => void given.push(...results),
})

const summarise = (ports: SummaryPorts, of = run) =>
  computeFigures(
    'summarise',
    { manifest: of.manifest, lines: linesOf(of), folder: '/x', judgeMeasured: null },
    ports,
  )

describe('figures are made on a thread of their own', () => {
  it('from what the hub gives it, several at once', async () => {
    const given: StoredResult[] = []
    const [first, second] = await Promise.all([
      summarise(portsOf(run, given)),
      summarise(
        portsOf(sampleRun({ id: run.manifest.id, cases: 20 })),
        sampleRun({ id: run.manifest.id, cases: 20 }),
      ),
    ])
    expect([first.summary.counts.finished, second.summary.counts.finished]).toEqual([300, 20])
    expect(given.map(({ position }) => position)).toEqual(Array.from({ length: 300 }, (_, index) => index))
    expect(given[0]).toMatchObject({
      result: { passed: false },
      answer: expect.stringContaining('The limit of part'),
    })
    expect(new Set(given.map(({ line }) => line)).size).toBe(300)
  })

  it('while the hub answers others', async () => {
    let beats = 0
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      beats += 1
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 2)
    const large = sampleRun({ id: run.manifest.id, cases: 6_000 })
    last = performance.now()
    const started = performance.now()
    await summarise(portsOf(large), large)
    clearInterval(timer)
    const took = performance.now() - started
    expect(beats).toBeGreaterThan(20)
    expect(longest, `of ${took} ms`).toBeLessThan(took / 3)
  })

  it('fail as what they asked for fails, and the thread goes on', async () => {
    const error = createError('ASSAY-9011', { where: 'facts' })
    const away = summarise({ ...portsOf(run), readLines: () => Promise.reject(new AssayFailure(error)) })
    await expect(away).rejects.toThrow(AssayFailure)
    await expect(away).rejects.toMatchObject({ error })
    await expect(
      summarise({ ...portsOf(run), giveResults: () => Promise.reject(new Error('a bug')) }),
    ).rejects.toThrow('a bug')
    expect((await summarise(portsOf(run))).summary.counts.finished).toBe(300)
  })

  it('say which gate could not be read instead of none', async () => {
    const { manifest } = run
    const configuration = { ...manifest.configuration, gates: ['check(nowhere) < 1'] }
    const made = await summarise(portsOf(run), { ...run, manifest: { ...manifest, configuration } })
    expect(made).toMatchObject({
      error: { code: 'ASSAY-7001', message: expect.stringContaining('nowhere') },
      summary: { gates: [] },
    })
  })
})
