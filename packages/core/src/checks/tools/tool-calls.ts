import * as z from 'zod'
import { ok } from '../../result.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { argumentMatch, isSameCall, type Call, type MatchOptions } from './match-arguments.ts'

const modes = ['strict', 'unordered', 'subset', 'superset'] as const

const search: Call = { name: 'search', arguments: { q: 'limits' } }
const open: Call = { name: 'open', arguments: { id: 7 } }
const calls = (...list: readonly Call[]) => list.map((call) => ({ ...call, arguments: call.arguments }))

/** The calls the target made are the expected ones. */
export const toolCallsCheck = defineCheck({
  id: 'tool-calls',
  kind: 'tools',
  title: 'Tool calls',
  measures:
    'Whether the calls are the expected ones: strict (same calls in the same order), unordered (same calls, any order), subset (no call beyond the expected ones), superset (at least the expected ones). The score is the F1 of the calls.',
  limits:
    'Two calls with the same effect and other arguments are not the same call: use `subset` or `ignore` for arguments.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    calls: z
      .array(z.strictObject({ name: z.string(), arguments: z.unknown().optional() }))
      .optional()
      .describe("The expected calls; default: the case's `referenceToolCalls`"),
    mode: z.enum(modes).default('strict').describe('How the two lists must stand to each other'),
    arguments: argumentMatch,
    tolerance: z.number().nonnegative().default(0).describe('Numbers this far apart are equal'),
  }),
  examples: [
    {
      case: { toolCalls: calls(search, open), referenceToolCalls: calls(search, open) },
      outcome: 'pass',
      score: 1,
    },
    { case: { toolCalls: calls(open, search), referenceToolCalls: calls(search, open) }, outcome: 'fail' },
    {
      case: { toolCalls: calls(open, search) },
      parameters: { calls: calls(search, open), mode: 'unordered' },
      outcome: 'pass',
    },
    {
      case: { toolCalls: calls(search, open) },
      parameters: { calls: [{ name: 'search' }], mode: 'superset', arguments: 'ignore' },
      outcome: 'pass',
    },
    { case: { toolCalls: calls(search) }, outcome: 'not-applicable' },
  ],
  prepare({ calls: given, mode, ...options }) {
    return ok({
      run({ case: { toolCalls = [], referenceToolCalls } }) {
        const expected = given ?? referenceToolCalls
        if (expected === undefined) return { outcome: 'not-applicable', reason: 'no calls are expected' }
        return judgeCalls(toolCalls, expected, { mode, options })
      },
    })
  },
})

function judgeCalls(
  actual: readonly Call[],
  expected: readonly Call[],
  { mode, options }: { readonly mode: (typeof modes)[number]; readonly options: MatchOptions },
): Finding {
  const { matched, missing, extra } = matchCalls(actual, expected, options)
  const isOrdered = actual.every((call, index) => {
    const wanted = expected[index]
    return wanted !== undefined && isSameCall(call, wanted, options)
  })
  const isPass = {
    strict: isOrdered && actual.length === expected.length,
    unordered: missing.length === 0 && extra.length === 0,
    subset: extra.length === 0,
    superset: missing.length === 0,
  }[mode]
  const total = actual.length + expected.length
  const parts = [
    ...(missing.length === 0 ? [] : [`missing: ${missing.map(({ name }) => name).join(', ')}`]),
    ...(extra.length === 0 ? [] : [`extra: ${extra.map(({ name }) => name).join(', ')}`]),
  ]
  const reason =
    parts.length > 0 ? parts.join('; ') : isPass ? 'the calls are the expected ones' : 'the order is another'
  return { outcome: isPass ? 'pass' : 'fail', score: total === 0 ? 1 : (2 * matched) / total, reason }
}

/** Each call is matched with the first expected one that is free. */
function matchCalls(actual: readonly Call[], expected: readonly Call[], options: MatchOptions) {
  const missing = [...expected]
  const extra = actual.filter((call) => {
    const at = missing.findIndex((wanted) => isSameCall(call, wanted, options))
    if (at !== -1) missing.splice(at, 1)
    return at === -1
  })
  return { matched: actual.length - extra.length, missing, extra }
}
