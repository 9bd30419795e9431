import { buildReport } from '@assay/testkit'
import { expect, test } from 'vitest'
import * as z from 'zod'
import type { ReportCase } from '../report-case.ts'
import { renderSarif } from './render-sarif.ts'

const { summary, cases } = buildReport()

/** What the SARIF 2.1.0 schema (OASIS, errata 01) says of the parts that are used; nothing else may stand in it. */
const text = z.strictObject({ text: z.string().min(1) })
const level = z.enum(['none', 'note', 'warning', 'error'])
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          semanticVersion: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: text,
              defaultConfiguration: z.strictObject({ level }),
            }),
          ),
        }),
      }),
      automationDetails: z.strictObject({ id: z.string() }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          level,
          message: text,
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({
                  uri: z.string().regex(/^(?![/.])[\w%.~!*'()-]+(?:\/[\w%.~!*'()-]+)*$/),
                  uriBaseId: z.string(),
                }),
                region: z.strictObject({ startLine: z.number().int().min(1) }),
              }),
            }),
          ),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
})

const render = (
  parts: Partial<Parameters<typeof renderSarif>[2]> = {},
  given: readonly ReportCase[] = cases,
) =>
  sarifSchema.parse(
    JSON.parse(
      renderSarif(summary, given, {
        version: '0.1.0',
        testSetFile: './tests/ü set.jsonl',
        lineOf: () => null,
        ...parts,
      }),
    ),
  ).runs[0]!

test('every failed gate and failing case is a result of a declared rule, at the line of the case', () => {
  const run = render({ lineOf: (id) => Number(/\d+/.exec(id)?.[0]) + 1 })
  const failing = cases.filter(({ result }) => result.passed === false)
  const byRule = Map.groupBy(run.results, ({ ruleId }) => ruleId)
  expect(byRule.get('gate')).toHaveLength(summary.gates.filter(({ outcome }) => outcome === 'failed').length)
  expect(byRule.get('gate')?.length).toBeGreaterThan(0)
  expect(byRule.get('case-fails')?.map((each) => each.partialFingerprints['assayCase/v1'])).toEqual(
    failing.map(({ testCase }) => testCase.id),
  )
  expect([...byRule.keys()].toSorted()).toEqual(run.tool.driver.rules.map(({ id }) => id).toSorted())
  const [first] = byRule.get('case-fails') ?? []
  expect(first?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'tests/%C3%BC%20set.jsonl', uriBaseId: '%SRCROOT%' },
    region: { startLine: Number(/\d+/.exec(failing[0]!.testCase.id)?.[0]) + 1 },
  })
})

test('a case that was not judged is no result, one without an answer is a note', () => {
  const broken = {
    ...cases[0]!,
    answer: null,
    error: { code: 'ASSAY-4002' as const, message: 'The target did not answer in time' },
    result: { ...cases[0]!.result, outcome: 'error' as const, passed: null },
  }
  const unjudged = {
    ...cases[1]!,
    result: { ...cases[1]!.result, outcome: 'not-judged' as const, passed: null },
  }
  const { results } = render({}, [broken, unjudged])
  expect(results.filter(({ ruleId }) => ruleId !== 'gate')).toEqual([
    expect.objectContaining({
      ruleId: 'case-error',
      level: 'note',
      message: { text: expect.stringContaining('Answer: The target did not answer in time') },
    }),
  ])
})

test('no more results than code scanning takes, and how many are left out is said', () => {
  const failing = {
    ...cases[0]!,
    result: { ...cases[0]!.result, outcome: 'incorrect' as const, passed: false },
  }
  const run = render(
    {},
    Array.from({ length: 6_000 }, () => failing),
  )
  expect(run.results.length).toBeLessThanOrEqual(5_000)
  expect(run.properties).toMatchObject({ casesLeftOut: 1_100 })
})
