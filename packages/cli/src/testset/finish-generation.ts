import type { AssayError, TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { GenerationOutcome } from '@assay/core/testsets'
import { formatCounted } from '@assay/core/wording'
import type { CommandContext } from '../command.ts'
import { present } from '../present.ts'
import type { Workspace } from '../workspace.ts'
import { describeGeneration } from './describe-generation.ts'
import { mergeKept } from './keep-reviewed.ts'
import { saveTestSet } from './save-test-set.ts'

export interface FinishedGeneration {
  readonly name: string
  readonly outcome: GenerationOutcome
  readonly out: string
  /** Of the file that was there. */
  readonly kept: readonly TestCase[]
}

/** Writes the test set and says what was made, what was not and why. What a stopped run has is written too, unless answers are pending. */
export async function finishGeneration(
  workspace: Workspace,
  { name, outcome, out, kept }: FinishedGeneration,
  context: CommandContext,
): Promise<Result<number>> {
  const { run, cases: fresh } = outcome
  const { cases, note } = mergeKept(kept, fresh)
  const isWritten = fresh.length > 0 && run.state !== 'pending'
  if (isWritten) {
    const saved = await saveTestSet(workspace, out, cases)
    if (!saved.ok) return saved
  }
  if (run.reason !== null) {
    const so = isWritten
      ? `what was done gave ${formatCounted(fresh.length, 'question')}, now in ${out}`
      : 'no test set was written yet'
    return fail({ ...run.reason, so, fix: resumeHint(name, context.commandLine) })
  }
  if (fresh.length === 0) return fail((await findFailure(workspace, name)) ?? nothingMade(outcome))
  const { candidates, rejected, shortfall, spare, rounds, calls } = outcome
  const facts = {
    run: name,
    file: out,
    questions: fresh.length,
    cases: cases.length,
    candidates,
    rejected,
    shortfall,
    spare,
    rounds,
    calls,
  }
  present(
    context,
    facts,
    [
      ...describeGeneration(outcome, out),
      ...note,
      `  run       ${workspace.runFolder(name)}`,
      '  next      assay testset review  |  assay eval run',
    ].join('\n'),
  )
  return ok(0)
}

const resumeHint = (name: string, commandLine: string): string =>
  `go on with: ${/ --name[ =]/.test(commandLine) ? commandLine : `${commandLine} --name ${name}`}`

/** Why every unit failed, where all did: a model that nobody reached says nothing of the documents. */
async function findFailure({ runs }: Workspace, name: string): Promise<AssayError | null> {
  const run = await runs.read(name)
  if (!run.ok) return null
  let failure: AssayError | null = null
  for await (const { error } of run.value.rows('units')) {
    if (error === undefined) return null
    failure ??= error
  }
  return failure === null ? null : { ...failure, so: 'no question was written' }
}

/** The reasons, each with the types it holds for. */
function nothingMade({ shortfall, rejected, candidates, calls }: GenerationOutcome) {
  const byReasons = Map.groupBy(shortfall, ({ reasons }) => reasons.slice(0, 3).join(', '))
  const where = [...byReasons].map(
    ([reasons, types]) => `${types.map(({ type }) => type).join(', ')}: ${reasons}`,
  )
  const fix =
    candidates > 0
      ? `each candidate was rejected, mostly by ${rejected[0]?.by ?? 'none'}: look at the passages with assay kb show, or take more documents`
      : calls.calls > 0
        ? 'look at the passages with assay kb show, or take another model'
        : 'the passages carry no facts the rules can check: take more documents, or --generator model --model provider:model'
  return createError('ASSAY-3003', { ...(where.length === 0 ? {} : { where: where.join('; ') }), fix })
}
