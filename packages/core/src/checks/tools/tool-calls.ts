import * as z from 'zod'
import { ok } from '../../result.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import {
  argumentParameters,
  prepareComparison,
  type ArgumentComparison,
  type Call,
} from './match-arguments.ts'
import { countInOrder, pairCalls } from './pair-calls.ts'

const modes = ['strict', 'unordered', 'subset', 'superset'] as const
type Mode = (typeof modes)[number]

const search: Call = { name: 'search', arguments: { q: 'limits' } }
const open: Call = { name: 'open', arguments: { id: 7 } }
const calls = (...list: readonly Call[]) => list.map((call) => ({ ...call, arguments: call.arguments }))

/** The calls the target made are the expected ones. */
export const toolCallsCheck = defineCheck({
  id: 'tool-calls',
  kind: 'tools',
  title: 'Tool calls',
  measures:
    'Whether the calls are the expected ones, by the modes of agentevals: strict (same calls in the same order), unordered (same calls, any order), subset (no call beyond the expected ones), superset (at least the expected ones). An expected call without `arguments` takes any. The score is 1 where it passes: 2m / (made + expected) of the m calls that match (strict: in order), for subset m / made, for superset m / expected.',
  limits:
    'Two calls with the same effect and other arguments are not the same call: compare such arguments by `matchers`.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    calls: z
      .array(z.strictObject({ name: z.string(), arguments: z.unknown().optional() }))
      .optional()
      .describe("The expected calls; default: the case's `referenceToolCalls`"),
    mode: z.enum(modes).default('strict').describe('How the two lists must stand to each other'),
    ...argumentParameters,
  }),
  examples: [
    {
      case: { toolCalls: calls(search, open), referenceToolCalls: calls(search, open) },
      outcome: 'pass',
      score: 1,
    },
    {
      case: { toolCalls: calls(open, search), referenceToolCalls: calls(search, open) },
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { toolCalls: calls(open, search) },
      parameters: { calls: calls(search, open), mode: 'unordered' },
      outcome: 'pass',
    },
    {
      case: { toolCalls: calls(search, open) },
      parameters: { calls: [{ name: 'search' }], mode: 'superset' },
      outcome: 'pass',
    },
    {
      case: { toolCalls: calls({ name: 'search', arguments: { q: 'What are the limits?' } }) },
      parameters: { calls: calls(search), matchers: [{ argument: 'q', by: 'contains' }] },
      outcome: 'pass',
    },
    { case: { toolCalls: calls(search) }, outcome: 'not-applicable' },
  ],
  prepare({ calls: given, mode, ...options }) {
    const comparison = prepareComparison('tool-calls', options)
    if (!comparison.ok) return comparison
    return ok({
      run({ case: { toolCalls = [], referenceToolCalls } }) {
        const expected = given ?? referenceToolCalls
        if (expected === undefined) return { outcome: 'not-applicable', reason: 'no calls are expected' }
        return judgeCalls(toolCalls, expected, mode, comparison.value)
      },
    })
  },
})

function judgeCalls(
  actual: readonly Call[],
  expected: readonly Call[],
  mode: Mode,
  { compare, matchAll }: ArgumentComparison,
): Finding {
  const isSame = matchAll(actual, expected)
  const { expectedOf, missing } = pairCalls(actual.length, expected.length, isSame)
  const matched =
    mode === 'strict'
      ? countInOrder(actual.length, expected.length, isSame)
      : expected.length - missing.length
  const size = {
    strict: (actual.length + expected.length) / 2,
    unordered: (actual.length + expected.length) / 2,
    subset: actual.length,
    superset: expected.length,
  }[mode]
  if (matched === size)
    return { outcome: 'pass', score: 1, reason: `${matched} calls are as expected (${mode})` }
  const extra = actual.filter((_, index) => expectedOf[index] === -1)
  const lacking = missing.flatMap((index) => expected[index] ?? [])
  return {
    outcome: 'fail',
    score: matched / size,
    reason: describe({ mode, extra, lacking, compare }) || `the order is another: ${nameAll(actual, ' → ')}`,
  }
}

interface Leftover {
  readonly mode: Mode
  readonly extra: readonly Call[]
  readonly lacking: readonly Call[]
  readonly compare: ArgumentComparison['compare']
}

/** A call with other arguments than the expected one of its name is told as one thing. */
function describe({ mode, extra, lacking, compare }: Leftover): string {
  const others = [...extra]
  const changed: string[] = []
  const missing = lacking.filter((wanted) => {
    const at = others.findIndex(({ name }) => name === wanted.name)
    const [call] = at === -1 ? [] : others.splice(at, 1)
    if (call !== undefined)
      changed.push(`${call.name} has another ${compare(call, wanted).slice(0, 3).join(', ')}`)
    return call === undefined
  })
  return [
    ...changed,
    ...(missing.length === 0 || mode === 'subset' ? [] : [`missing: ${nameAll(missing, ', ')}`]),
    ...(others.length === 0 || mode === 'superset' ? [] : [`extra: ${nameAll(others, ', ')}`]),
  ].join('; ')
}

const nameAll = (list: readonly Call[], between: string): string => list.map(({ name }) => name).join(between)
