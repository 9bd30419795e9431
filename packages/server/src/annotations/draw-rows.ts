import {
  describeQueued,
  drawLabels,
  findDisputed,
  readJudgedAnswers,
  type JudgedAnswer,
  type LabelGround,
  type LabelledAnswers,
} from '@assay/core/judging/calibration'
import { openFinishedRows } from '@assay/core/runs'
import { createRunFactsReader, type ReadLinesOfRun } from '@assay/storage/clickhouse'
import type { RunLines } from '../evaluations/figures/run-lines.ts'

export interface DrawJob {
  readonly run: RunLines
  /** The run of another judge over the same answers. */
  readonly other: RunLines | null
  readonly answers: Pick<LabelledAnswers, 'answersId' | 'judge' | 'target'>
  readonly rows: number
  readonly randomShare: number
}

// A type and no interface: it crosses to the thread as a record of ports.
export type DrawPorts = { readLines: ReadLinesOfRun; readOtherLines: ReadLinesOfRun }

export interface DrawnRow {
  readonly repeat: number
  readonly ground: LabelGround
}

/**
 * Answers to label, drawn as `assay judge label` draws them: the same seed gives the same rows first, so that a longer queue of
 * the same evaluation goes on with the draw of a shorter one. `null`: no judge looked at an answer.
 */
export async function drawRows(
  { run, other, answers: of, rows, randomShare }: DrawJob,
  { readLines, readOtherLines }: DrawPorts,
): Promise<readonly DrawnRow[] | null> {
  const answers = await readAnswers(run, readLines)
  if (answers.length === 0) return null
  const disputed = findDisputed(answers, other === null ? [] : await readAnswers(other, readOtherLines))
  const candidates = answers.map(({ unit, verdict }) => ({ unit, verdict, isDisputed: disputed.has(unit) }))
  const byUnit = new Map(answers.map((answer) => [answer.unit, answer]))
  return drawLabels(candidates, { n: rows, seed: of.answersId, randomShare }).flatMap((drawn): DrawnRow[] => {
    const answer = byUnit.get(drawn.unit)
    return answer === undefined
      ? []
      : [{ repeat: answer.verdict.repeat, ground: describeQueued(of, { ...answer, drawn }) }]
  })
}

function readAnswers({ manifest, lines }: RunLines, read: ReadLinesOfRun): Promise<readonly JudgedAnswer[]> {
  const reader = createRunFactsReader({ manifest, lines, read })
  return readJudgedAnswers(reader, openFinishedRows(reader))
}
