import type { QuestionType, TestCase } from '@assay/contracts'
import type { Random } from '../../../statistics/random.ts'
import { createDuplicateGuard } from '../../validation/near-duplicate.ts'
import type { RejectedCandidate } from '../options.ts'
import { scoreDraft } from './score-draft.ts'
import { createUsage, type Ranked } from './usage.ts'

export type Candidate = Pick<Ranked, 'draft' | 'testCase'>

export interface Selection {
  readonly cases: readonly TestCase[]
  readonly rejected: readonly RejectedCandidate[]
  readonly delivered: ReadonlyMap<QuestionType, number>
  /** Valid candidates that were not taken, by why. */
  readonly passedOver: ReadonlyMap<QuestionType, ReadonlyMap<string, number>>
}

interface SelectionPlan {
  readonly questions: number
  readonly types: readonly QuestionType[]
  readonly random: Random
  /** Documents the candidates come from. */
  readonly documents: number
}

/** No table, no document and no wording gives more than this share of the set (methods §1.1), where there are documents enough. */
const MAX_SHARE = 0.25
/** How much the seed may move a candidate in its ranking, so that another seed asks other questions. */
const SEED_WEIGHT = 0.15

/**
 * Takes the best candidates type by type in turn. Facts, documents, topics and frames that were used least go first;
 * a type that runs dry leaves its share to the others.
 */
export function selectCases(candidates: readonly Candidate[], plan: SelectionPlan): Selection {
  const ranked = new Map(plan.types.map((type) => [type, rankPool(candidates, type, plan.random)]))
  let selection = selectOnce(ranked, plan, plan.questions)
  // A share is one of the set there is, not of the set that was asked for.
  for (let size = plan.questions; selection.cases.length < size;) {
    size = selection.cases.length
    selection = selectOnce(ranked, plan, size)
  }
  return selection
}

/** `size`: what a quarter is a quarter of. */
function selectOnce(
  ranked: ReadonlyMap<QuestionType, readonly Ranked[]>,
  plan: SelectionPlan,
  size: number,
): Selection {
  const pools = new Map([...ranked].map(([type, pool]) => [type, [...pool]]))
  const picker = createPicker(size, plan.documents)
  const taken: TestCase[] = []
  // A wording keeps to its share while others have something to ask, and fills the set only after them.
  for (const mayRepeat of [false, true]) {
    let open = plan.types
    while (taken.length < plan.questions && open.length > 0) {
      open = open.filter((type) => {
        if (taken.length >= plan.questions) return true
        const next = picker.take(pools.get(type) ?? [], mayRepeat)
        if (next !== null) taken.push(next)
        return next !== null
      })
    }
  }
  return {
    cases: taken,
    rejected: picker.rejected,
    delivered: countTypes(taken),
    passedOver: picker.passedOver,
  }
}

const rankPool = (candidates: readonly Candidate[], type: QuestionType, random: Random): Ranked[] =>
  candidates
    .filter(({ draft }) => draft.type === type)
    .map((candidate) => ({
      ...candidate,
      score: scoreDraft(candidate.draft) + random.next() * SEED_WEIGHT,
    }))

function countTypes(cases: readonly TestCase[]): ReadonlyMap<QuestionType, number> {
  const counts = new Map<QuestionType, number>()
  for (const { type } of cases) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}

interface Picker {
  /** The best candidate left, taken out of the pool; `null` when none may be taken. */
  take(pool: Ranked[], mayRepeat: boolean): TestCase | null
  readonly rejected: RejectedCandidate[]
  readonly passedOver: Map<QuestionType, Map<string, number>>
}

function createPicker(size: number, documents: number): Picker {
  const share = Math.max(1, Math.floor(size * MAX_SHARE))
  const usage = createUsage({ source: documents * MAX_SHARE < 1 ? size : share, wording: share })
  const guard = createDuplicateGuard()
  const rejected: RejectedCandidate[] = []
  const passedOver = new Map<QuestionType, Map<string, number>>()
  const take = (pool: Ranked[], mayRepeat: boolean): TestCase | null => {
    for (;;) {
      dropFull(pool, usage.whyFull, passedOver)
      const fresh = mayRepeat ? pool : pool.filter((candidate) => !usage.isWornOut(candidate))
      const best = takeBest(fresh, usage.worth)
      if (best === null) return null
      pool.splice(pool.indexOf(best), 1)
      const twin = guard.findTwin(best.testCase)
      if (twin === null) {
        guard.add(best.testCase)
        usage.add(best)
        return best.testCase
      }
      const { type, question } = best.draft
      rejected.push({ type, question, rejectedBy: 'near-duplicate', reason: `it repeats "${twin}"` })
    }
  }
  return { take, rejected, passedOver }
}

function dropFull(
  pool: Ranked[],
  whyFull: (candidate: Ranked) => string | null,
  passedOver: Map<QuestionType, Map<string, number>>,
): void {
  const open = pool.filter((candidate) => {
    const reason = whyFull(candidate)
    if (reason === null) return true
    const reasons = passedOver.get(candidate.draft.type) ?? new Map<string, number>()
    passedOver.set(candidate.draft.type, reasons.set(reason, (reasons.get(reason) ?? 0) + 1))
    return false
  })
  pool.splice(0, pool.length, ...open)
}

function takeBest(pool: readonly Ranked[], worth: (candidate: Ranked) => number): Ranked | null {
  let best: Ranked | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of pool) {
    const value = worth(candidate)
    if (value > most) [best, most] = [candidate, value]
  }
  return best
}
