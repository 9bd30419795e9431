import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coveragePage } from './coverage-of-intervals.ts'
import { measureCoverage } from './interval-coverage/measure-coverage.ts'
import { renderCoveragePage, renderCoverageTable } from './interval-coverage/render-coverage.ts'

test('each interval holds the truth as often as its floor says; node tools/coverage-of-intervals.ts writes the page', () => {
  const started = performance.now()
  const rows = measureCoverage()
  const seconds = (performance.now() - started) / 1000
  process.stdout.write(
    `Coverage of the intervals, per cent (${seconds.toFixed(0)} s)\n${renderCoverageTable(rows)}`,
  )
  for (const { name, cases, n, coverage, floor } of rows)
    for (const share of coverage) {
      const what = `${name}, ${cases}, n = ${n}`
      if (floor === null) expect(share, what).toBeNull()
      else if (share !== null) expect(share, what).toBeGreaterThanOrEqual(floor)
    }
  for (const { coverage, floor } of rows) if (floor !== null) expect(coverage[0]).not.toBeNull()
  expect(readFileSync(coveragePage, 'utf8')).toBe(renderCoveragePage(rows))
})
