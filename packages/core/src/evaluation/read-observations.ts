import type { VerdictRow } from '@assay/contracts'
import type { RunReader } from '../ports/run-store.ts'
import type { FinishedRows } from '../runs/finished-rows.ts'
import { createIntern } from './create-intern.ts'
import { evaluationChecks, type AttemptObservation } from './observation.ts'
import { createSharedChecks, noChecks, type SharedChecks } from './share-checks.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Draft = Mutable<AttemptObservation>

/**
 * Joins the rows of finished units, in one pass over each table. Keeps no texts, so that memory grows by a few hundred
 * bytes an attempt. A unit that failed after its answer came counts as an error where nothing was judged.
 */
export async function readObservations(
  run: RunReader,
  finished: FinishedRows,
): Promise<ReadonlyMap<string, readonly AttemptObservation[]>> {
  const { byCase, byUnit } = await readAttempts(finished)
  const judgedElse = new Set<Draft>()
  const shared = createSharedChecks()
  for await (const row of finished.rows('verdicts')) {
    const draft = byUnit.get(row.unit)
    if (draft !== undefined && !keepVerdict(draft, row, shared)) judgedElse.add(draft)
  }
  for await (const { key, error } of run.rows('units')) {
    const draft = byUnit.get(key)
    if (draft !== undefined && isUnjudged(draft) && !judgedElse.has(draft)) draft.error ??= error ?? null
  }
  for (const attempts of byCase.values()) attempts.sort((a, b) => a.repeat - b.repeat)
  return byCase
}

/** The drafts of each case, and the same ones by their units. */
async function readAttempts(finished: FinishedRows) {
  const byCase = new Map<string, Draft[]>()
  const byUnit = new Map<string, Draft>()
  const intern = createIntern()
  for await (const { unit, caseId, repeat, answer, error } of finished.rows('attempts')) {
    const model = answer?.returnedModel ?? null
    const draft: Draft = {
      repeat,
      error,
      latencyMs: answer?.latencyMs ?? null,
      returnedModel: model === null ? null : intern(model),
      ...nothingJudged,
    }
    byUnit.set(unit, draft)
    const others = byCase.get(caseId)
    if (others === undefined) byCase.set(caseId, [draft])
    else others.push(draft)
  }
  return { byCase, byUnit }
}

type Judged = Pick<AttemptObservation, 'correctness' | 'declining' | 'retrieval' | 'checks'>

const nothingJudged: Judged = { correctness: null, declining: null, retrieval: null, checks: noChecks }

const isUnjudged = ({ correctness, declining, retrieval, checks }: Judged): boolean =>
  correctness === null && declining === null && retrieval === null && checks.length === 0

/** The last verdict of each check on one attempt. */
export function observeVerdicts(rows: Iterable<VerdictRow>): Judged {
  const judged: Mutable<Judged> = { ...nothingJudged }
  const shared = createSharedChecks()
  for (const row of rows) keepVerdict(judged, row, shared)
  return judged
}

/** `false`: figures know no verdict of its name. */
function keepVerdict(judged: Mutable<Judged>, row: VerdictRow, shared: SharedChecks): boolean {
  if (row.required === undefined) {
    const name = Object.values(evaluationChecks).find((each) => each === row.check)
    if (name !== undefined) judged[name] = row
    return name !== undefined
  }
  const check = shared.observe(row, row.required)
  const at = judged.checks.findIndex(({ name }) => name === row.check)
  judged.checks = at === -1 ? shared.append(judged.checks, check) : judged.checks.with(at, check)
  return true
}
