import type {
  CheckCase,
  ContextRow,
  EvaluationConfiguration,
  TargetAnswer,
  TestCase,
  VerdictRow,
} from '@assay/contracts'
import type { CheckPorts, PreparedCheck } from '../checks/check.ts'
import { readReferences } from '../metrics/match-retrieved.ts'
import { ok, type Result } from '../result.ts'

type Configured = Pick<EvaluationConfiguration, 'checks' | 'checkSets' | 'checkTemplates'>

/** The checks of a case: those of the run, then its own. */
export type ChecksOf = (testCase: TestCase) => readonly PreparedCheck[]

export interface PreparedRunChecks {
  readonly of: ChecksOf
  /** Each check of any case once. */
  readonly all: readonly PreparedCheck[]
}

/** Makes all checks of a run ready, those of single cases included; the first that is wrong stops the run before it asks anything. */
export async function prepareRunChecks(
  { checks, checkSets, checkTemplates }: Configured,
  cases: Iterable<TestCase> | AsyncIterable<TestCase>,
): Promise<Result<PreparedRunChecks>> {
  const owns = new Set<string>()
  for await (const testCase of cases) owns.add(ownChecks(testCase))
  if (checks.length === 0 && [...owns].every((own) => own === noChecks)) return ok({ of: () => [], all: [] })
  // Checks with their engines: loaded by runs that have some.
  const [{ loadChecks }, { prepareUses }] = await Promise.all([
    import('../checks/loading/load-checks.ts'),
    import('../checks/prepare-uses.ts'),
  ])
  const find = await loadChecks([checks, checkSets, checkTemplates, [...owns].map(parseUses)])
  const known = { sets: checkSets, templates: checkTemplates, find }
  const byOwn = new Map<string, readonly PreparedCheck[]>()
  for (const own of owns) {
    const prepared = prepareUses([...checks, ...parseUses(own)], known)
    if (!prepared.ok) return prepared
    byOwn.set(own, prepared.value)
  }
  return ok({
    of: (testCase) => byOwn.get(ownChecks(testCase)) ?? [],
    all: [...new Set([...byOwn.values()].flat())],
  })
}

const parseUses = (own: string): EvaluationConfiguration['checks'] => JSON.parse(own)

const noChecks = '[]'
const ownChecks = ({ checks }: TestCase): string => (checks === undefined ? noChecks : JSON.stringify(checks))

/** One verdict a check, without the unit's keys. A check that breaks is an error of its own; the others go on. */
export async function judgeByChecks(
  checks: readonly PreparedCheck[],
  checkCase: CheckCase,
  ports: CheckPorts,
): Promise<readonly Omit<VerdictRow, 'unit' | 'caseId' | 'repeat' | 'checkKey'>[]> {
  const rows = []
  for (const check of checks) {
    const { outcome, score, reason, spans, error } = await check.run(checkCase, ports)
    rows.push({
      check: check.name,
      required: check.required,
      ...(check.weight === 1 ? {} : { weight: check.weight }),
      ...(check.better === 'higher' ? {} : { better: check.better }),
      outcome,
      score,
      reason,
      ...(spans.length === 0 ? {} : { spans }),
      ...(error === null ? {} : { error }),
    })
  }
  return rows
}

/** What checks read of a test case and the answer to it. */
export function toCheckCase(
  testCase: TestCase,
  answer: TargetAnswer,
  contexts: ReadonlyMap<string, ContextRow>,
): CheckCase {
  const { text, documents, ...measured } = answer
  const passages = readReferences(testCase, contexts)
  return {
    id: testCase.id,
    input: testCase.question,
    history: testCase.history,
    answer: text,
    metadata: {
      type: testCase.type,
      topic: testCase.topic,
      language: testCase.language,
      tags: testCase.tags,
    },
    ...(testCase.referenceAnswer === '' ? {} : { reference: testCase.referenceAnswer }),
    ...(documents === undefined ? {} : { contexts: documents }),
    ...(passages.length === 0 ? {} : { referenceContexts: [...passages] }),
    ...measured,
  }
}
