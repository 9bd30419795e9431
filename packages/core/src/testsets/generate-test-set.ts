import type { QuestionType, TestCase } from '@assay/contracts'
import { must } from '../must.ts'
import { ok, type Result } from '../result.ts'
import { executeRun } from '../runs/execute-run.ts'
import type { RunOutcome, RunWork, UnitContext } from '../runs/run-work.ts'
import { countGenerationCalls, type GenerationCalls } from './count-generation-calls.ts'
import { countRejections, explainShortfall, type RejectionCount } from './explain-shortfall.ts'
import type {
  Candidate,
  GenerationOptions,
  GenerationUnit,
  QuestionGenerator,
  Shortfall,
} from './generator.ts'
import { affordableUnits, shareOut, wantedInRound } from './plan-round.ts'
import { readProgress, type GenerationProgress } from './read-generation-progress.ts'

/** A generation run: everything of a run but its units, which the generator plans round by round. */
export interface GenerationWork<U extends GenerationUnit> extends Omit<
  RunWork<U>,
  'units' | 'total' | 'perform'
> {
  readonly generator: QuestionGenerator<U>
  readonly options: GenerationOptions
  /** Document of a passage: none gives too much of the set. */
  readonly documentOf: (chunkId: string) => string
}

export interface GenerationOutcome {
  /** How the run ended. The cases of a run that did not finish are what is there so far. */
  readonly run: RunOutcome
  readonly cases: readonly TestCase[]
  readonly shortfall: readonly Shortfall[]
  /** All candidates that were made. */
  readonly candidates: number
  /** By validation, commonest first; near-duplicates of chosen cases among them. */
  readonly rejected: readonly RejectionCount[]
  /** Valid questions that were not needed. */
  readonly spare: number
  readonly rounds: number
  readonly calls: GenerationCalls
}

/** Rounds after the first only top up. */
const maxRounds = 4

/**
 * Generates a test set: makes and tests candidates, chooses, and tops up in further rounds while the knowledge base carries
 * more and the calls stay within four a question. Started again on the same store, it goes on where it stood and gives the
 * same set. Fails as `executeRun` does, or with ASSAY-3004.
 */
export async function generateTestSet<U extends GenerationUnit>(
  work: GenerationWork<U>,
): Promise<Result<GenerationOutcome>> {
  const { options, generator, store } = work
  const types = options.types ?? generator.types
  const shares = shareOut(options.questions, types)
  const units: U[] = []
  let progress: GenerationProgress | null = null
  let run: RunOutcome | null = null
  let rounds = 0
  while (rounds < maxRounds) {
    const planned = planNext({ work, shares, units, progress, rounds })
    if (!planned.ok) return planned
    if (planned.value.length === 0 && run !== null) break
    units.push(...planned.value)
    rounds += 1
    const done = await executeRun({ ...work, units, total: units.length, perform: performWith(generator) })
    if (!done.ok) return done
    run = done.value
    progress = await readProgress(store, units, { ...work, types })
    if (run.state !== 'finished') break
  }
  const made = must(progress, 'progress of the first round')
  return ok({
    run: must(run, 'outcome of the first round'),
    cases: made.selection.cases,
    shortfall: explainShortfall(shares, made),
    candidates: made.rows.length,
    rejected: countRejections(made),
    spare: made.selection.left.length,
    rounds,
    calls: await countGenerationCalls(store, made.selection.cases.length),
  })
}

interface Course<U extends GenerationUnit> {
  readonly work: GenerationWork<U>
  readonly shares: ReadonlyMap<QuestionType, number>
  readonly units: readonly U[]
  readonly progress: GenerationProgress | null
  readonly rounds: number
}

/** Units of the next round; none when the set is full, nothing is left to try or more calls would not pay. */
function planNext<U extends GenerationUnit>({
  work,
  shares,
  units,
  progress,
  rounds,
}: Course<U>): Result<readonly U[]> {
  const { generator, options } = work
  if (progress === null)
    return generator.plan({ options, round: 0, wanted: shares, yields: new Map() }, units)
  const wanted = wantedInRound(shares, options.questions, progress)
  if (wanted.size === 0) return ok([])
  const known = new Set(units.map(({ key }) => key))
  const planned = generator.plan({ options, round: rounds, wanted, yields: progress.yields }, units)
  if (!planned.ok) return planned
  return ok(
    affordableUnits(
      planned.value.filter(({ key }) => !known.has(key)),
      options.questions,
      progress,
    ),
  )
}

const performWith =
  <U extends GenerationUnit>(generator: QuestionGenerator<U>) =>
  async (unit: U, context: UnitContext): Promise<Result<void>> => {
    const made = await generator.perform(unit, context)
    if (!made.ok) return made
    for (const candidate of made.value) context.record('candidates', toRow(unit.key, candidate))
    return ok(undefined)
  }

const toRow = (unit: string, candidate: Candidate) => {
  const { type, question, checks } = candidate
  const row = { unit, type, question, checks }
  return candidate.outcome === 'kept'
    ? { ...row, outcome: 'kept' as const, caseId: candidate.testCase.id, testCase: candidate.testCase }
    : { ...row, outcome: 'rejected' as const, rejectedBy: candidate.rejectedBy, reason: candidate.reason }
}
