import { createHash } from 'node:crypto'
import type { Comparison } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { defaultMargin } from '@assay/core/evaluation'
import { countResults, readQuestions, readResultTexts } from '@assay/storage/clickhouse'
import {
  keepComparison,
  readEvaluationRun,
  readFiguresMarks,
  readKeptComparison,
  type EvaluationRun,
} from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import type { FiguresSide } from './figures/compare-figures.ts'
import { computeFigures } from './figures/figures.ts'
import { countLines } from './acknowledged-lines.ts'
import { resultsOf } from './read-summary.ts'

type Parts = Pick<Hub, 'control' | 'facts' | 'clock'>

export interface ComparedEvaluations {
  readonly a: string
  readonly b: string
  /** Differences inside it are without meaning; default 0.03. */
  readonly margin?: number | undefined
}

/**
 * B against A, as the command line compares two run folders. The answer is kept as long as what it rests on stays. Not for
 * use inside a transaction. Fails with ASSAY-9003 where one is not there, ASSAY-7003 where there is nothing to compare.
 */
export async function compareEvaluations(
  parts: Parts,
  { a, b, margin = defaultMargin }: ComparedEvaluations,
): Promise<Result<Comparison>> {
  const restsOn = await readFingerprint(parts, { a, b })
  const kept = await readKeptComparison(parts.control, { a, b, margin }, restsOn)
  if (kept !== null) return ok(kept)
  const before = await readSide(parts, a)
  if (!before.ok) return before
  const after = await readSide(parts, b)
  if (!after.ok) return after
  const made = await compare(parts, { before: before.value, after: after.value }, margin)
  if (!made.ok) return made
  const at = new Date(parts.clock.now()).toISOString()
  await keepComparison(parts.control, { a, b, margin }, { restsOn, answer: made.value, at })
  return made
}

/** Of everything that makes the answer another one: the figures by their number, what people said of them by its value. */
async function readFingerprint(
  { control }: Parts,
  { a, b }: Pick<ComparedEvaluations, 'a' | 'b'>,
): Promise<string> {
  const marks = await readFiguresMarks(control, [a, b])
  const compared = [a, b].map((id) => marks.get(id.toLowerCase()) ?? null)
  return createHash('sha256').update(JSON.stringify(compared)).digest('hex')
}

interface Side {
  readonly run: EvaluationRun
  readonly summary: FiguresSide['summary']
  readonly configuration: FiguresSide['configuration']
}

async function readSide(parts: Parts, id: string): Promise<Result<Side>> {
  const run = await readEvaluationRun(parts.control, id)
  if (run === null) return fail(createError('ASSAY-9003', { where: id }))
  if (run.summary === null || run.manifest === null)
    return fail(
      createError('ASSAY-7003', {
        message: 'Nothing of this evaluation is finished yet',
        where: id,
        fix: 'compare it when it is',
      }),
    )
  return ok({ run, summary: run.summary, configuration: run.manifest.configuration })
}

interface Sides {
  readonly before: Side
  readonly after: Side
}

async function compare(parts: Parts, { before, after }: Sides, margin: number): Promise<Result<Comparison>> {
  const { facts } = parts
  const { projectId, id: runId } = after.run
  const { cases } = await countLines(parts, runId)
  const [a, b] = await Promise.all([toFigures(parts, before), toFigures(parts, after)])
  return computeFigures(
    'compare',
    { a, b, margin, questions: cases },
    {
      readA: (range) => readResultTexts(facts, resultsOf(before.run), range),
      readB: (range) => readResultTexts(facts, resultsOf(after.run), range),
      readQuestions: (range) => readQuestions(facts, { projectId, runId }, range),
    },
  )
}

const toFigures = async ({ facts }: Parts, { run, summary, configuration }: Side): Promise<FiguresSide> => ({
  summary,
  configuration,
  results: await countResults(facts, resultsOf(run), {}),
})
