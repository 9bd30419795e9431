import type { CaseResult, Component } from '@assay/contracts'
import { estimateRate } from '../statistics/estimate-rate.ts'

/** What a run showed of one case. */
export interface CaseObservation {
  readonly result: CaseResult
  readonly hasHistory: boolean
  /** Whether anything of its source came back, in any attempt; `null` or absent: not measured. */
  readonly sourceFound?: boolean | null | undefined
  /** Whether probing the target's index with the reference sentence found it; `null` or absent: not probed. */
  readonly indexed?: boolean | null | undefined
  /** A reviewer or another judge found the reference wrong or the question ambiguous. */
  readonly isContested?: boolean | undefined
}

/** Where a failure is seen to arise. Observed, not proven: no intervention was made (methods §4). */
export interface Attribution {
  readonly component: Component
  /** What was observed, in words. */
  readonly evidence: string
}

/** So many cases must have needed a source before its absence says something. */
const minCasesOfSource = 3
/** How likely it may be at most that nothing of a source came back, did it come back as often as the others. */
const maxChance = 0.05
/** So many of them must stand alone before a follow-up's failure is laid on the index. */
const minStandAlone = 2

/** Attributes every case that failed, broke or was not judged; by case id. */
export function attributeFailures(
  observations: readonly CaseObservation[],
): ReadonlyMap<string, Attribution> {
  const run = readRun(observations)
  return new Map(
    observations.flatMap((one): readonly (readonly [string, Attribution])[] => {
      const attribution = attributeCase(one, run)
      return attribution === null ? [] : [[one.result.caseId, attribution]]
    }),
  )
}

/** The cases that needed a source, with documents returned. */
interface SourceView {
  readonly needed: number
  /** How many of them stand alone. */
  readonly standAlone: number
  /** How many brought back anything of it. */
  readonly found: number
  /** How many are known to have brought back nothing of it. */
  readonly absent: number
}

interface RunView {
  /** Stand-alone cases by base fact, of facts that follow-ups ask for. */
  readonly standAlone: ReadonlyMap<string, readonly CaseObservation[]>
  readonly sources: ReadonlyMap<string, SourceView>
  /** How follow-ups fail against questions that stand alone, in words; `null`: not clearly more often. */
  readonly followUpsFailMore: string | null
}

function readRun(observations: readonly CaseObservation[]): RunView {
  const followed = new Set(observations.filter(isFollowUp).map((one) => one.result.clusterKey))
  const withDocuments = observations.filter(
    (one) => one.result.retrieval !== null && one.result.source !== null,
  )
  const bySource = Map.groupBy(withDocuments, (one) => one.result.source ?? '')
  return {
    followUpsFailMore: compareFollowUps(observations),
    standAlone: Map.groupBy(
      observations.filter((one) => !isFollowUp(one) && followed.has(one.result.clusterKey)),
      (one) => one.result.clusterKey,
    ),
    sources: new Map(
      [...bySource].map(([source, members]) => [
        source,
        {
          needed: members.length,
          standAlone: members.filter((one) => !isFollowUp(one)).length,
          found: members.filter(bringsSource).length,
          absent: members.filter((one) => !bringsSource(one) && one.sourceFound === false).length,
        },
      ]),
    ),
  }
}

const bringsSource = ({ result, sourceFound }: CaseObservation): boolean =>
  sourceFound === true || (result.retrieval?.hitRate ?? 0) > 0

function attributeCase(one: CaseObservation, run: RunView): Attribution | null {
  const { result } = one
  if (result.outcome === 'error')
    return at(
      'target error',
      result.reason === null ? 'the target gave no answer' : `the target failed: ${result.reason}`,
    )
  if (result.outcome === 'not-judged' || result.passed === null)
    return at('test or judge error', 'the judge could not decide')
  if (result.passed) return null
  if (one.isContested === true) return at('test or judge error', 'the reference or the question is contested')
  if (result.failsByChecksAlone) return at('unknown', `it fails the check ${result.failedChecks.join(', ')}`)
  if (result.type === 'out-of-scope')
    return at('routing', 'the documents do not hold the answer, and the target answered anyway')
  return attributeAnswerable(one, run)
}

function attributeAnswerable(one: CaseObservation, run: RunView): Attribution {
  const { result } = one
  const found = isFound(one)
  const refused = result.outcome === 'no-answer' || result.declining === 'over-refused'
  const unindexed = found ? null : attributeIndexing(one, run)
  // A source that questions of their own words do not find either is not missed for want of rewriting.
  if (unindexed !== null && (run.sources.get(result.source ?? '')?.standAlone ?? 0) >= minStandAlone)
    return unindexed
  const rewriting = attributeRewriting(one, run)
  if (rewriting !== null && one.indexed !== false) return rewriting
  if (found && refused) return at('routing', 'the right passage was retrieved, and the target still declined')
  if (found) return at('generation', 'the right passage was retrieved, but the answer is wrong')
  if (unindexed !== null) return unindexed
  if (result.retrieval === null) {
    const why =
      result.source === null
        ? 'the case names no reference passage to look for in the documents'
        : 'the target returned no documents'
    return at('unknown', `not tested: ${why}, so retrieval cannot be told from generation`)
  }
  const seen =
    result.retrieval.hitRate > 0
      ? 'the target retrieved only part of what the answer needs'
      : 'the target did not retrieve the right passage'
  return at('retrieval', seen)
}

/** The index lacks the source: a probe says so, or no question about it brought back anything of it. */
function attributeIndexing(one: CaseObservation, run: RunView): Attribution | null {
  if (one.indexed === false)
    return at('indexing', 'a search for the reference sentence itself does not find it')
  const source = run.sources.get(one.result.source ?? '')
  const isAbsent =
    source !== undefined &&
    source.absent === source.needed &&
    source.needed >= minCasesOfSource &&
    (1 - foundElsewhere(run, source)) ** source.needed <= maxChance
  if (one.result.retrieval === null || one.indexed === true || !isAbsent) return null
  return at(
    'indexing',
    `none of ${source.needed} questions about ${one.result.source ?? ''} retrieved anything of it`,
  )
}

/** Share of the cases about other sources that brought back something of theirs; 1 where there are none. */
function foundElsewhere({ sources }: RunView, source: SourceView): number {
  const others = [...sources.values()].filter((each) => each !== source)
  const needed = others.reduce((sum, each) => sum + each.needed, 0)
  const found = others.reduce((sum, each) => sum + each.found, 0)
  return needed <= 0 ? 1 : found / needed
}

function attributeRewriting(one: CaseObservation, run: RunView): Attribution | null {
  if (!isFollowUp(one)) return null
  const twins = run.standAlone.get(one.result.clusterKey) ?? []
  if (twins.some((twin) => twin.result.passed === true))
    return at('rewriting', 'the same question asked on its own is answered correctly')
  if (one.result.retrieval !== null && !isFound(one) && twins.some(isFound))
    return at('rewriting', 'the same question asked on its own retrieves the right passage')
  return run.followUpsFailMore === null ? null : at('rewriting', run.followUpsFailMore)
}

/** Clearly: the whole interval of the follow-ups lies below that of the questions that stand alone. */
function compareFollowUps(observations: readonly CaseObservation[]): string | null {
  const judged = observations.filter(({ result }) => result.passed !== null && result.type !== 'out-of-scope')
  const rateOf = (members: readonly CaseObservation[]) =>
    estimateRate({
      outcomes: members.map(({ result }) => ({
        pass: result.passed === true,
        clusterKey: result.clusterKey,
      })),
    })
  const followUps = rateOf(judged.filter(isFollowUp))
  if (followUps.high === null) return null
  const others = rateOf(judged.filter((one) => !isFollowUp(one)))
  if (others.low === null || followUps.high >= others.low) return null
  const count = ({ n, successes = 0 }: typeof others): string => `${successes} of ${n}`
  return `follow-ups are right in ${count(followUps)}, questions that stand alone in ${count(others)}`
}

const isFollowUp = ({ hasHistory, result }: CaseObservation): boolean =>
  hasHistory || result.type === 'conversational' || result.type === 'split'

/** Questions that need several passages need them all; for the others one reference context is enough. */
function isFound({ result }: CaseObservation): boolean {
  if (result.retrieval === null) return false
  const needsAll = result.type === 'multi-hop' || result.type === 'double'
  return needsAll ? result.retrieval.recall === 1 : result.retrieval.hitRate > 0
}

const at = (component: Component, evidence: string): Attribution => ({ component, evidence })
