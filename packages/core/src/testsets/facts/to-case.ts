import type { Evidence, KnowledgeBaseManifest, TestCase } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import type { Draft } from './compose/draft.ts'
import { buildKey } from './index/build-key.ts'
import type { FactIndex } from './index/fact-index.ts'
import type { Triple } from './triple.ts'

export const FACTS_VERSION = '2'
/** Other passages that give the same value count as reference contexts, up to this many. */
const MAX_AGREEING = 3

export interface CaseContext {
  readonly index: FactIndex
  readonly hash: Hash
  readonly manifest: KnowledgeBaseManifest
  readonly seed: string | number
  readonly topicOf: (chunkId: string) => string | null
}

export function toCase(draft: Draft, context: CaseContext): TestCase {
  const referenceClaims = draft.asked.map((triple) => toClaim(triple, draft, context))
  const evidence = [...referenceClaims.flatMap((claim) => claim.evidence), ...draft.extraEvidence]
  return {
    id: caseId(draft, context.hash),
    question: draft.question,
    history: [...draft.history],
    referenceAnswer: draft.referenceAnswer,
    referenceClaims,
    referenceContexts: [...new Set(evidence.map(({ chunkId }) => chunkId))],
    type: draft.type,
    level: draft.level,
    topic: context.topicOf(draft.chunkId),
    language: 'en',
    clusterKey: draft.clusterKey,
    tags: [...draft.tags],
    provenance: {
      generator: 'facts',
      generatorVersion: FACTS_VERSION,
      seed: context.seed,
      knowledgeBaseVersion: context.manifest.version,
      ...(draft.type === 'simple' ? {} : { composedFrom: draft.asked.map((triple) => triple.id) }),
    },
    validity: {},
    status: 'draft',
  }
}

/** The same question over the same passage keeps its id. */
const caseId = ({ type, question, history, chunkId }: Draft, hash: Hash): string =>
  `facts-${hash(JSON.stringify([type, question, history, chunkId])).slice(0, 12)}`

const covers = (outer: Evidence, inner: Evidence): boolean =>
  outer.chunkId === inner.chunkId && outer.start <= inner.start && outer.end >= inner.end

function toClaim(triple: Triple, draft: Draft, { index }: CaseContext): TestCase['referenceClaims'][number] {
  const key = buildKey(triple, index.siblings(triple))
  const evidence: Evidence[] = index
    .agreeing(triple)
    .slice(0, MAX_AGREEING)
    .map(({ source }) => ({ ...source.evidence }))
  // Without its definition a paraphrased subject is not known.
  const defined = draft.type === 'complex' ? draft.extraEvidence : []
  return {
    text: triple.statement,
    evidence: [...evidence.filter((own) => !defined.some((other) => covers(other, own))), ...defined],
    key: { ...key, knownWrong: [...new Set([...draft.wrongValues, ...key.knownWrong])] },
  }
}
