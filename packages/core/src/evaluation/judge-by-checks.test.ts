import { buildTestCase, createCheckPorts } from '@assay/testkit'
import { expect, it } from 'vitest'
import { judgeByChecks, prepareRunChecks, toCheckCase } from './judge-by-checks.ts'

const none = { checks: [], checkSets: {}, checkTemplates: {} }
const contains = (phrases: string) => ({ check: 'contains', parameters: { phrases } })

it('judges by the checks of the run and by those of the case, each under its own name', async () => {
  const plain = buildTestCase({ id: 'plain' })
  const own = buildTestCase({ id: 'own', checks: [contains('b')] })
  const prepared = await prepareRunChecks({ ...none, checks: [contains('a')] }, [plain, own])
  if (!prepared.ok) throw new Error(prepared.error.message)
  const { of: checksOf, all } = prepared.value
  expect(all).toHaveLength(3)
  expect(checksOf(plain).map(({ name }) => name)).toEqual(['contains'])
  expect(checksOf(own).map(({ name }) => name)).toEqual(['contains', 'contains 2'])
  const answer = { text: 'a', latencyMs: 1 }
  const rows = await judgeByChecks(checksOf(own), toCheckCase(own, answer, new Map()), createCheckPorts())
  expect(rows).toMatchObject([{ outcome: 'pass', required: true }, { outcome: 'fail' }])
})

it('refuses a wrong check of one case before anything is asked', async () => {
  const own = buildTestCase({ checks: [{ check: 'contians' }] })
  expect(await prepareRunChecks(none, [own])).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-7010', fix: 'did you mean contains?' },
  })
})

it('gives checks the documents, the reference passages and the figures of the answer', () => {
  const testCase = buildTestCase({ referenceContexts: ['c1', 'gone'] })
  const context = { id: 'c1', source: 'a.md', titlePath: [], text: 'passage' }
  const answer = { text: 'a', documents: [{ text: 'found' }], latencyMs: 7 }
  expect(toCheckCase(testCase, answer, new Map([['c1', context]]))).toMatchObject({
    answer: 'a',
    contexts: [{ text: 'found' }],
    referenceContexts: [{ text: 'passage' }],
    latencyMs: 7,
  })
})
