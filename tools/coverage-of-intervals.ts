/** Writes docs/explanation/coverage-of-intervals.md: how often each interval holds the truth, by simulation. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measureCoverage } from './interval-coverage/measure-coverage.ts'
import { renderCoveragePage } from './interval-coverage/render-coverage.ts'

export const coveragePage = fileURLToPath(
  new URL('../docs/explanation/coverage-of-intervals.md', import.meta.url),
)

if (import.meta.main) writeFileSync(coveragePage, renderCoveragePage(measureCoverage()))
