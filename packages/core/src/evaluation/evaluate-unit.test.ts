import type { RetrievedDocument, VerdictRow } from '@assay/contracts'
import { buildTestCase, createCheckPorts, createScriptedTarget } from '@assay/testkit'
import { expect, it } from 'vitest'
import { ok } from '../result.ts'
import type { UnitContext } from '../runs/run-work.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import { prepareRunChecks } from './judge-by-checks.ts'

const row = 'Studio | 12 EUR | 2 TB | 10'
const passage = (id: string, source: string, text: string) => ({ id, source, titlePath: [], text })
const contexts = new Map(
  [
    passage(
      'c1',
      'guide/billing.md',
      `| Plan | Price | Storage | Users |\n| ${row} |\n| Team | 49 EUR | 5 TB | 50 |`,
    ),
    passage(
      'c2',
      'guide/billing.md',
      'A refund is paid within fourteen days of the request, to the card it came from.',
    ),
    passage(
      'c3',
      'guide/limits.md',
      'Uploads are refused when they are larger than forty megabytes in one request.',
    ),
  ].map((each) => [each.id, each]),
)
const testCase = buildTestCase({
  referenceContexts: ['c1'],
  referenceClaims: [{ text: '12 EUR', evidence: [{ chunkId: 'c1', start: 0, end: 1, quote: row }] }],
})

/** The rows of one attempt that brought back these documents. */
async function measure(documents: readonly RetrievedDocument[] | undefined): Promise<readonly VerdictRow[]> {
  const rows: VerdictRow[] = []
  const answer = {
    text: '12 EUR',
    latencyMs: 1,
    ...(documents === undefined ? {} : { documents: [...documents] }),
  }
  const { model: _, ...ports } = createCheckPorts()
  const context: UnitContext = {
    ask: () => Promise.resolve(ok(answer)),
    model: () => {
      throw new Error('no model is asked')
    },
    record: (table, written) => {
      if (table === 'verdicts') rows.push(written as VerdictRow)
    },
    signal: new AbortController().signal,
  }
  const configured = { checks: [{ check: 'hit-rate' }], checkSets: {}, checkTemplates: {} }
  const checks = await prepareRunChecks(configured, [testCase])
  if (!checks.ok) throw new Error(checks.error.message)
  await evaluateUnit({ key: 'u', testCase, repeat: 0 }, context, {
    target: createScriptedTarget(() => ok(answer)),
    judge: null,
    judgeModels: [],
    checksOf: checks.value.of,
    checkPorts: ports,
    checkModel: () => null,
    contexts,
    retrievalDepth: 5,
    checkKeys: {},
    newThreadId: () => 't',
  })
  return rows
}

it.each([
  ['a row that holds exactly the evidence', [{ text: `| ${row} |` }], 1, 1],
  [
    'another row of the passage',
    [{ id: 'x', text: '| Plan | Price | Storage | Users |\n| Team | 49 EUR | 5 TB | 50 |' }],
    0,
    1,
  ],
  ['another passage of the document', [{ id: 'x', text: contexts.get('c2')?.text ?? '' }], 0, 1],
  ['a document under the name of the source', [{ id: 'billing.md#9', text: 'Invoices.' }], 0, 1],
  ['a passage of another document', [{ id: 'limits.md', text: contexts.get('c3')?.text ?? '' }], 0, 0],
  ['nothing', [], 0, 0],
])(
  '%s: the run and the check agree, and whether anything of the source came back is kept',
  async (_, documents, hit, sourceFound) => {
    const [retrieval, check] = await measure(documents)
    expect(retrieval).toMatchObject({ check: 'retrieval', metrics: { hitRate: hit, sourceFound } })
    expect(check).toMatchObject({ check: 'hit-rate', score: hit })
  },
)

it('measures no retrieval where the target returns no documents', async () => {
  expect((await measure(undefined)).map(({ check }) => check)).toEqual(['hit-rate'])
})
