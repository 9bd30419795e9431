import type { QuestionType, TestCase } from '@assay/contracts'
import { createDuplicateGuard } from './validation/near-duplicate.ts'

export interface TestSetSelection {
  readonly cases: readonly TestCase[]
  /** Valid cases that ask what a chosen one asks. */
  readonly duplicates: readonly TestCase[]
  /** Valid cases that were not needed, or whose document has its share. */
  readonly left: readonly TestCase[]
}

/** No document gives more than this share of the set, where there are documents enough (methods §1.1). */
const largestShare = 0.25

/**
 * Chooses from valid candidates, type by type in turn: facts, documents and topics that were used least go first. A type
 * that runs dry leaves its share to the others. The same candidates in the same order give the same set.
 */
export function selectTestSet(
  candidates: readonly TestCase[],
  plan: {
    readonly questions: number
    readonly types: readonly QuestionType[]
    readonly documentOf: (chunkId: string) => string
  },
): TestSetSelection {
  const pools = new Map(plan.types.map((type) => [type, candidates.filter((one) => one.type === type)]))
  const ledger = createLedger(candidates, plan)
  let open = plan.types
  while (ledger.cases.length < plan.questions && open.length > 0)
    open = open.filter(
      (type) => ledger.cases.length >= plan.questions || ledger.takeFrom(pools.get(type) ?? []),
    )
  const done = new Set([...ledger.cases, ...ledger.duplicates])
  return {
    cases: ledger.cases,
    duplicates: ledger.duplicates,
    left: candidates.filter((one) => !done.has(one)),
  }
}

interface Ledger {
  readonly cases: readonly TestCase[]
  readonly duplicates: readonly TestCase[]
  /** Takes the best of a pool; `false` when nothing in it can be taken. */
  takeFrom(pool: TestCase[]): boolean
}

function createLedger(
  candidates: readonly TestCase[],
  { questions, documentOf }: Parameters<typeof selectTestSet>[1],
): Ledger {
  const cases: TestCase[] = []
  const duplicates: TestCase[] = []
  const used = new Map<string, number>()
  const guard = createDuplicateGuard()
  const uses = (key: string): number => used.get(key) ?? 0
  const keysOf = ({ clusterKey, topic }: TestCase) => ({
    cluster: `cluster ${clusterKey}`,
    document: `document ${documentOf(clusterKey)}`,
    topic: `topic ${topic ?? ''}`,
  })
  const documents = new Set(candidates.map(({ clusterKey }) => documentOf(clusterKey))).size
  const cap = Math.ceil(questions * Math.max(largestShare, 1 / Math.max(1, documents)))
  const wear = (testCase: TestCase): number => {
    const { cluster, document, topic } = keysOf(testCase)
    return uses(document) >= cap ? Infinity : 4 * uses(cluster) + 2 * uses(document) + uses(topic)
  }
  const takeFrom = (pool: TestCase[]): boolean => {
    for (;;) {
      const best = leastWorn(pool, wear)
      if (best === null) return false
      pool.splice(pool.indexOf(best), 1)
      if (guard.findTwin(best) !== null) {
        duplicates.push(best)
        continue
      }
      guard.add(best)
      cases.push(best)
      for (const key of Object.values(keysOf(best))) used.set(key, uses(key) + 1)
      return true
    }
  }
  return { cases, duplicates, takeFrom }
}

function leastWorn(pool: readonly TestCase[], wear: (one: TestCase) => number): TestCase | null {
  let best: TestCase | null = null
  let least = Infinity
  for (const one of pool) {
    const worn = wear(one)
    if (worn < least) [best, least] = [one, worn]
  }
  return best
}
