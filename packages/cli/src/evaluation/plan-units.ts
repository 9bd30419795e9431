import type { EvaluationConfiguration, TestCase, VerdictRow } from '@assay/contracts'
import type { RunStore } from '@assay/core'
import {
  createStopWatch,
  drawOrder,
  planEvaluation,
  readObservations,
  valueOf,
  valueOfVerdicts,
  type EvaluationUnit,
  type StopRule,
  type StopWatch,
} from '@assay/core/evaluation'
import { holdsUnit, openFinishedRows, type RunWork, type UnitContext } from '@assay/core/runs'

type Plan = Pick<RunWork<EvaluationUnit>, 'units' | 'perform'>

/** All units; of a run that stops when the answer is clear those up to there, in a seeded random order. */
export async function planUnits(
  store: RunStore,
  { repeats, stopWhenClear: rule }: EvaluationConfiguration,
  perform: Plan['perform'],
): Promise<Plan> {
  if (rule === undefined) return { units: planEvaluation(() => store.rows('cases'), repeats), perform }
  const cases = await Array.fromAsync(store.rows('cases'))
  const order = drawOrder(cases, store.manifest.seed)
  const watch = createStopWatch(
    order.map(({ id }) => id),
    rule.threshold,
  )
  await seeRecorded(store, cases, { watch, rule })
  return {
    units: untilClear(
      planEvaluation(() => order, repeats),
      watch,
    ),
    async perform(unit, context) {
      const { testCase } = unit
      const seen: VerdictRow[] = []
      const result = await perform(unit, noteVerdicts(context, seen))
      // What is pending or held back is not seen yet: counted as unjudged it would leave the run to what was quick.
      if (result.ok) watch.see(testCase.id, valueOfVerdicts(seen, isOutOfScope(testCase), rule))
      else if (!holdsUnit(result.error)) watch.see(testCase.id, null)
      return result
    },
  }
}

async function* untilClear(
  units: AsyncIterable<EvaluationUnit>,
  watch: StopWatch,
): AsyncGenerator<EvaluationUnit, undefined> {
  for await (const unit of units) {
    if (watch.answer() !== null) return
    yield unit
  }
}

const isOutOfScope = ({ type }: TestCase): boolean => type === 'out-of-scope'

/** What an earlier start has found already. */
async function seeRecorded(
  store: RunStore,
  cases: readonly TestCase[],
  { watch, rule }: { readonly watch: StopWatch; readonly rule: StopRule },
): Promise<void> {
  const observations = await readObservations(store, openFinishedRows(store))
  for (const testCase of cases) {
    const [attempt] = observations.get(testCase.id) ?? []
    if (attempt !== undefined) watch.see(testCase.id, valueOf(attempt, isOutOfScope(testCase), rule))
  }
}

const noteVerdicts = (context: UnitContext, seen: VerdictRow[]): UnitContext => ({
  ...context,
  record(table, row) {
    if (table === 'verdicts') seen.push(row as VerdictRow)
    context.record(table, row)
  },
})
