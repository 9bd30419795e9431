import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { findJsonValues } from '../text/contains-json.ts'
import { diffJson, type JsonDifference } from './diff-json.ts'
import { isDeeperThan, maxJsonLevels } from './is-deeper-than.ts'

const named = 3

/** How alike the JSON of the answer and the expected JSON are. */
export const jsonDiffCheck = defineCheck({
  id: 'json-diff',
  kind: 'comparison',
  title: 'JSON diff',
  measures:
    'Share of the leaves of both JSON values together that agree, 0 to 1. The expected value is `expected`, else the reference read as JSON. In an answer with text around it, its first JSON object or list counts.',
  limits:
    'Every leaf weighs the same. The threshold of 1 asks for equal values. With `ignoreOrder`, 20,000 pairs of items are looked at (two lists of 141); longer lists keep their order.',
  reads: ['answer'],
  cost: 'none',
  better: 'higher',
  threshold: 1,
  parameters: z.strictObject({
    expected: z.unknown().optional().describe('The right value; default: the reference, read as JSON'),
    ignore: z
      .array(z.string())
      .default([])
      .describe('Paths left out, with all below them, such as $.id or $.items[*].id'),
    ignoreOrder: z.boolean().default(false).describe('The order of lists does not matter'),
    tolerance: z.number().nonnegative().default(0).describe('Numbers this far apart are equal'),
    relativeTolerance: z
      .number()
      .nonnegative()
      .default(0)
      .describe('Numbers are equal within this share of the expected one'),
  }),
  examples: [
    {
      case: { answer: '{"city": "Oslo", "days": 3}' },
      parameters: { expected: { city: 'Oslo', days: 3 } },
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer: '{"city": "Oslo", "days": 4}', reference: '{"city": "Oslo", "days": 3}' },
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { answer: '[2, 1]' },
      parameters: { expected: [1, 2], ignoreOrder: true },
      outcome: 'pass',
    },
    { case: { answer: 'none' }, parameters: { expected: {} }, outcome: 'fail', score: 0 },
    { case: { answer: '{}', reference: 'no JSON' }, outcome: 'not-applicable' },
  ],
  prepare({ expected, ...options }) {
    return ok({
      run({ value, references: [reference] }) {
        const wanted = expected === undefined ? parse(reference ?? '') : { value: expected }
        if (wanted === null) return { outcome: 'not-applicable', reason: 'there is no expected JSON' }
        const found =
          typeof value === 'string' ? (parse(value) ?? findJsonValues(value).found[0] ?? null) : { value }
        if (found === null) return { outcome: 'score', score: 0, reason: 'no JSON stands in the answer' }
        if (isDeeperThan(found.value, maxJsonLevels) || isDeeperThan(wanted.value, maxJsonLevels))
          return { outcome: 'not-judged', reason: `it is nested more than ${maxJsonLevels} levels deep` }
        const { score, differences } = diffJson(found.value, wanted.value, options)
        return { outcome: 'score', score, reason: describeDifferences(differences) }
      },
    })
  },
})

function describeDifferences(differences: readonly JsonDifference[]): string {
  if (differences.length === 0) return 'all leaves agree'
  const first = differences.slice(0, named).map(({ path, what }) => `${path} is ${what}`)
  const more = differences.length - first.length
  return [...first, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
