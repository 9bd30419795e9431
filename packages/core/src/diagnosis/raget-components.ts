import type { CaseResult, EvaluationSummary, QuestionType } from '@assay/contracts'

/** RAGET's names of the question types; the types it does not have leave its scores alone. */
const ragetTypes: Partial<Record<QuestionType, string>> = {
  simple: 'simple',
  complex: 'complex',
  distracting: 'distracting element',
  situational: 'situational',
  double: 'double',
  conversational: 'conversational',
  'out-of-scope': 'out of scope',
  'multi-hop': 'multi-context',
}

/** Which types count for a component (giskard 2.18.1, `rag/question_generators/question_types.py`). */
const testedTypes: readonly (readonly [component: string, types: readonly string[]])[] = [
  ['Generator', ['simple', 'complex', 'distracting element', 'situational', 'double']],
  ['Retriever', ['simple', 'distracting element', 'multi-context']],
  ['Rewriter', ['distracting element', 'double', 'conversational', 'multi-context']],
  ['Router', ['out of scope']],
]

type ScoredCase = Pick<CaseResult, 'type' | 'topic' | 'passed'>
type Row = EvaluationSummary['ragetComponents'][number]

/**
 * RAGET's component scores by its own formula (`rag/report.py`, `component_scores`): the unweighted mean of the
 * accuracies of the component's types, and 1 minus the spread of the topics' accuracies for the knowledge base. A
 * component that nothing tested scores 1, as there; its `testedBy` is empty. Cases without a verdict are left out.
 */
export function ragetComponents(cases: readonly ScoredCase[]): Row[] {
  const judged = cases.filter((each) => each.passed !== null && ragetTypes[each.type] !== undefined)
  const byType = accuracies(judged, (each) => ragetTypes[each.type] ?? '')
  const rows = testedTypes.map(([component, types]): Row => {
    const testedBy = types.filter((type) => byType.has(type))
    const sum = testedBy.reduce((total, type) => total + (byType.get(type) ?? 0), 0)
    return { component, score: testedBy.length === 0 ? 1 : sum / testedBy.length, testedBy }
  })
  return [...rows, knowledgeBaseRow(judged)]
}

/** Cases without a topic are RAGET's topic "Others". */
function knowledgeBaseRow(judged: readonly ScoredCase[]): Row {
  const byTopic = accuracies(judged, (each) => each.topic ?? 'Others')
  const rates = [...byTopic.values()]
  const score = rates.length === 0 ? 1 : 1 - (Math.max(...rates) - Math.min(...rates))
  return { component: 'Knowledge Base', score, testedBy: [...byTopic.keys()] }
}

function accuracies(
  cases: readonly ScoredCase[],
  keyOf: (each: ScoredCase) => string,
): ReadonlyMap<string, number> {
  const groups = Map.groupBy(cases, keyOf)
  return new Map(
    [...groups].map(([key, members]) => [
      key,
      members.filter((each) => each.passed === true).length / members.length,
    ]),
  )
}
