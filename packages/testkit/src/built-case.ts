import type { CaseResult, QuestionType, TargetAnswer, TestCase, VerdictRow } from '@assay/contracts'
import type { Random } from './built-random.ts'
import { absent, facts, topics } from './summary-builder.data.ts'

/** A case as the report renderers take it. */
export interface BuiltCase {
  readonly result: CaseResult
  readonly testCase: TestCase
  readonly answer: TargetAnswer | null
  readonly error: null
  readonly verdicts: readonly VerdictRow[]
  readonly references: readonly { id: string; source: string; titlePath: string[]; text: string }[]
}

const typesInTurn: readonly QuestionType[] = [
  'simple',
  'simple',
  'distracting',
  'conversational',
  'out-of-scope',
]

export function buildCase(index: number, random: Random): BuiltCase {
  const type = typesInTurn[index % typesInTurn.length] ?? 'simple'
  return type === 'out-of-scope' ? buildOutOfScope(index, random) : buildAnswerable(index, type, random)
}

function buildAnswerable(index: number, type: QuestionType, random: Random): BuiltCase {
  const fact = facts[Math.floor(random() * facts.length)] ?? facts[0]
  if (fact === undefined) throw new Error('bug: no facts')
  const [source, heading, subject, attribute, value, sibling, sentence] = fact
  const chunkId = `${source}#${facts.indexOf(fact)}`
  const start = sentence.indexOf(value)
  const question = questionFor(type, subject, attribute)
  const testCase: TestCase = {
    ...baseCase(index, type, source),
    question,
    history:
      type === 'conversational'
        ? [
            { role: 'user', content: `Tell me about the ${subject}.` },
            {
              role: 'assistant',
              content: `The ${subject} is described in the documentation. What would you like to know?`,
            },
          ]
        : [],
    referenceAnswer: `The ${attribute} of the ${subject} is ${value}.`,
    referenceClaims: [
      {
        text: `The ${attribute} of the ${subject} is ${value}.`,
        evidence: [{ chunkId, start, end: start + value.length, quote: value }],
        key: { kind: 'text', value, aliases: [], knownWrong: [sibling], subject, attribute },
      },
    ],
    referenceContexts: [chunkId],
    clusterKey: `fact-${facts.indexOf(fact)}`,
  }
  const reference = { id: chunkId, source, titlePath: [source.replace('.md', ''), heading], text: sentence }
  const outcome = drawOutcome(type, source, random)
  const found = outcome !== 'not-indexed' && outcome !== 'not-rewritten' && outcome !== 'not-retrieved'
  const others = facts.filter((other) => other !== fact).slice(index % 12, (index % 12) + (found ? 2 : 3))
  const documents = [...others.slice(0, 1), ...(found ? [fact] : []), ...others.slice(1)].map(
    (document, rank) => ({
      id: `${document[0]}#${facts.indexOf(document)}`,
      text: document[6],
      score: 0.9 - rank * 0.17,
    }),
  )
  const right = outcome === 'right'
  const text = right
    ? `The ${attribute} of the ${subject} is ${value}.`
    : outcome === 'not-judged'
      ? `That depends on your setup; see the ${heading} page.`
      : `The ${attribute} is ${sibling}.`
  return finishCase({
    index,
    testCase,
    outcome,
    text,
    documents,
    references: [reference],
    random,
    value: right ? value : sibling,
  })
}

type Drawn =
  | 'right'
  | 'not-indexed'
  | 'not-rewritten'
  | 'not-retrieved'
  | 'wrong'
  | 'not-judged'
  | 'answered'
  | 'test-error'

function drawOutcome(type: QuestionType, source: string, random: Random): Drawn {
  const draw = random()
  if (draw > 0.96) return 'not-judged'
  if (source === 'limits.md') return 'not-indexed'
  if (type === 'conversational') return draw < 0.35 ? 'right' : 'not-rewritten'
  if (type === 'distracting') return draw < 0.72 ? 'right' : draw < 0.86 ? 'wrong' : 'not-retrieved'
  return draw < 0.88 ? 'right' : draw < 0.93 ? 'wrong' : 'test-error'
}

function questionFor(type: QuestionType, subject: string, attribute: string): string {
  if (type === 'conversational') return `And its ${attribute}?`
  if (type === 'distracting')
    return `We already know how the other settings behave. What is the ${attribute} of the ${subject}?`
  return `What is the ${attribute} of the ${subject}?`
}

function buildOutOfScope(index: number, random: Random): BuiltCase {
  const [question, source] = absent[Math.floor(random() * absent.length)] ?? ['', '']
  const testCase: TestCase = {
    ...baseCase(index, 'out-of-scope', source),
    question,
    history: [],
    referenceAnswer: 'The documents do not say; the assistant should decline.',
    referenceClaims: [],
    referenceContexts: [],
    clusterKey: `absent-${question}`,
  }
  const documents = facts
    .slice(index % 12, (index % 12) + 3)
    .map((fact) => ({ id: `${fact[0]}#${facts.indexOf(fact)}`, text: fact[6] }))
  return finishCase({
    index,
    testCase,
    outcome: 'answered',
    text: documents[0]?.text ?? '',
    documents,
    references: [],
    random,
    value: '',
  })
}

const baseCase = (index: number, type: QuestionType, source: string) =>
  ({
    id: `case-${String(index + 1).padStart(4, '0')}`,
    type,
    level: type === 'distracting' ? 'distracting' : type === 'simple' ? 'easy' : 'complex',
    topic: topics[source] ?? null,
    language: 'en',
    tags: [],
    provenance: { generator: 'facts', generatorVersion: '1', seed: 1 },
    validity: { selfContained: 'passed', uniqueAnswer: 'passed', notAnswerableWithout: 'not-tested' },
    status: 'draft',
  }) satisfies Partial<TestCase>

interface CaseParts {
  readonly index: number
  readonly testCase: TestCase
  readonly outcome: Drawn
  readonly text: string
  readonly documents: { id: string; text: string; score?: number }[]
  readonly references: BuiltCase['references']
  readonly random: Random
  readonly value: string
}

const componentOf: Readonly<Record<Drawn, CaseResult['component']>> = {
  right: null,
  'not-judged': null,
  'not-indexed': 'indexing',
  'not-rewritten': 'rewriting',
  'not-retrieved': 'retrieval',
  wrong: 'generation',
  answered: 'routing',
  'test-error': 'test or judge error',
}

const evidenceOf: Readonly<Record<Drawn, string | null>> = {
  right: null,
  'not-judged': null,
  'not-indexed': 'The reference sentence itself does not bring up its passage.',
  'not-rewritten': 'With the subject named, the same question finds the passage.',
  'not-retrieved': 'The passage is in the index but not among the first three.',
  wrong: 'The reference passage was among the retrieved documents.',
  answered: 'The question is out of scope and was answered.',
  'test-error': 'The answer agrees with another passage of the knowledge base.',
}

function finishCase(parts: CaseParts): BuiltCase {
  const { testCase, outcome, text, documents, references, random, value } = parts
  const latencyMs = Math.round(3 + random() * 9 + (random() > 0.95 ? 40 : 0))
  const passed = outcome === 'not-judged' ? null : outcome === 'right'
  const rank = documents.findIndex(({ id }) => id === references[0]?.id)
  const result: CaseResult = {
    caseId: testCase.id,
    type: testCase.type,
    level: testCase.level,
    topic: testCase.topic,
    language: testCase.language,
    tags: testCase.tags,
    length: 'any length',
    clusterKey: testCase.clusterKey,
    source: references[0]?.source ?? null,
    repeats: 1,
    shownRepeat: 0,
    outcome: passed === null ? 'not-judged' : passed ? 'correct' : 'incorrect',
    passed,
    passRate: passed === null ? null : Number(passed),
    stable: null,
    declining: testCase.type === 'out-of-scope' ? 'answered-anyway' : 'answered',
    retrieval: references.length === 0 ? null : retrievalAt(rank),
    component: componentOf[outcome],
    componentEvidence: evidenceOf[outcome],
    latencyMs,
    failedChecks: [],
    failsByChecksAlone: false,
    checkScore: null,
    errorCode: null,
    reason: reasonFor(outcome, value),
  }
  const answer: TargetAnswer = {
    text,
    documents,
    latencyMs,
    usage: { input: 180, output: 14 },
    returnedModel: null,
  }
  return { result, testCase, answer, error: null, verdicts: buildVerdicts(result, text, value), references }
}

function reasonFor(outcome: Drawn, value: string): string {
  if (outcome === 'right') return `The answer states ${value}.`
  if (outcome === 'not-judged') return 'The answer holds no value in the asked slot.'
  if (outcome === 'answered') return 'The documents do not hold the answer; it answered anyway.'
  return `The answer states ${value}, which contradicts the reference.`
}

function buildVerdicts(result: CaseResult, text: string, value: string): VerdictRow[] {
  const at = text.indexOf(value)
  const base = { unit: `${result.caseId}/0`, caseId: result.caseId, repeat: 0 }
  const correctness: VerdictRow = {
    ...base,
    check: result.type === 'out-of-scope' ? 'declining' : 'correctness',
    checkKey: 'rules-1',
    outcome: result.passed === null ? 'not-judged' : result.passed ? 'pass' : 'fail',
    label: result.type === 'out-of-scope' ? 'answered-anyway' : result.outcome,
    ...(result.reason === null ? {} : { reason: result.reason }),
    claims:
      result.type === 'out-of-scope'
        ? []
        : [
            {
              claim: 0,
              status: result.passed === null ? 'unclear' : result.passed ? 'present' : 'contradicted',
              ...(at < 0 || value === '' || result.passed === null
                ? {}
                : { span: [at, at + value.length] as [number, number] }),
            },
          ],
    extraClaims: 0,
  }
  const { retrieval } = result
  if (retrieval === null) return [correctness]
  const { k: _k, ...metrics } = retrieval
  return [
    correctness,
    {
      ...base,
      check: 'retrieval',
      checkKey: 'retrieval-3',
      outcome: retrieval.hitRate > 0 ? 'pass' : 'fail',
      score: retrieval.recall,
      metrics,
    },
  ]
}

const retrievalAt = (rank: number) => ({
  hitRate: rank < 0 ? 0 : 1,
  recall: rank < 0 ? 0 : 1,
  precision: rank < 0 ? 0 : 1 / 3,
  mrr: rank < 0 ? 0 : 1 / (rank + 1),
  ndcg: rank < 0 ? 0 : 1 / Math.log2(rank + 2),
  averagePrecision: rank < 0 ? 0 : 1 / (rank + 1),
  k: 3,
})
