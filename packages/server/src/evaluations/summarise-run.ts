import { evaluationConfigurationSchema } from '@assay/contracts'
import { chooseCard, describeMeasured, loadAccuracyCards } from '@assay/core/accuracy'
import { readRunProgress, writeResults } from '@assay/storage/clickhouse'
import {
  clearSummaryDue,
  readEvaluationRun,
  reserveSummaryNumber,
  saveProgress,
  saveSummary,
  type EvaluationRun,
} from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import { computeFigures } from './figures/figures.ts'
import { countLines, readLinesOf } from './acknowledged-lines.ts'

type Parts = Pick<Hub, 'control' | 'facts'>

/** One after another for each run: the last to begin has seen everything the others saw. */
const underWay = new Map<string, Promise<void>>()

/** Makes the figures of a closed run from its rows and keeps them. Where nothing came there is nothing to keep. */
export async function summariseRun(parts: Parts, id: string): Promise<void> {
  const before = underWay.get(id) ?? Promise.resolve()
  const work = before.catch(() => {}).then(() => summarise(parts, id))
  underWay.set(id, work)
  try {
    await work
  } finally {
    if (underWay.get(id) === work) underWay.delete(id)
  }
}

async function summarise(parts: Parts, id: string): Promise<void> {
  const { control, facts } = parts
  const run = await readEvaluationRun(control, id)
  if (run === null || run.manifest === null) return
  const place = { projectId: run.projectId, runId: id, at: run.createdAt }
  const progress = await readRunProgress(facts, place)
  await saveProgress(control, id, progress)
  if (progress.done === 0) return clearSummaryDue(control, id)
  const number = await reserveSummaryNumber(control, id)
  const made = await computeFigures(
    'summarise',
    {
      manifest: run.manifest,
      lines: await countLines(parts, id),
      folder: pathOf(run),
      judgeMeasured: await readMeasured(run.manifest.configuration),
    },
    {
      readLines: readLinesOf(parts, run),
      giveResults: (results) => writeResults(facts, place, number, results),
    },
  )
  await saveSummary(control, { id, number, ...made })
}

/** Where its page is, below the hub's address. */
const pathOf = ({ id, projectId }: EvaluationRun): string => `/projects/${projectId}/evaluations/${id}`

/** What the shipped cards say of the judge; `null`: it is unmeasured. */
async function readMeasured(configuration: Readonly<Record<string, unknown>>) {
  const { judge } = evaluationConfigurationSchema.parse(configuration)
  return describeMeasured(chooseCard({ own: [], shipped: await loadAccuracyCards() }, judge))
}
