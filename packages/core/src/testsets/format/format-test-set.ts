import type { TestCase } from '@assay/contracts'

/** JSON Lines in a canonical form: one case a line, keys in the order of the contract, absent keys left out. */
export function formatTestSet(cases: Iterable<TestCase>): string {
  if ('text' in cases && typeof cases.text === 'string') return cases.text
  let text = ''
  for (const testCase of cases) text += `${JSON.stringify(toCanonical(testCase))}\n`
  return text
}

/** What a reader looks for stands first; what machines need stands last. */
const caseKeys = [
  'id',
  'type',
  'level',
  'question',
  'history',
  'referenceAnswer',
  'referenceClaims',
  'referenceContexts',
  'topic',
  'language',
  'clusterKey',
  'tags',
  'checks',
  'status',
  'review',
  'validity',
  'provenance',
] as const satisfies readonly (keyof TestCase)[]

const nestedKeys: readonly string[] = [
  'role',
  'content',
  'text',
  'key',
  'evidence',
  'chunkId',
  'start',
  'end',
  'quote',
  'kind',
  'value',
  'unit',
  'aliases',
  'knownWrong',
  'subject',
  'attribute',
  'items',
  'need',
  'granularity',
  'generator',
  'generatorVersion',
  'promptVersion',
  'model',
  'validatingModel',
  'seed',
  'knowledgeBaseVersion',
  'composedFrom',
  'original',
  'decision',
  'by',
  'at',
  'reason',
]

const toCanonical = (testCase: TestCase): Record<string, unknown> =>
  Object.fromEntries(
    caseKeys.flatMap((key) => (testCase[key] === undefined ? [] : [[key, orderKeys(testCase[key])]])),
  )

/** Known keys in the contract's order, others behind them by name: what an import kept stays stable too. */
function orderKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(orderKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(
    ([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1),
  )
  return Object.fromEntries(entries.map(([key, part]) => [key, orderKeys(part)]))
}

const rank = (key: string): number => {
  const at = nestedKeys.indexOf(key)
  return at < 0 ? nestedKeys.length : at
}
