import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { compileSchema, type SchemaTest } from '../text/json-schema.ts'
import { isSameCall } from './match-arguments.ts'

const called = (...names: readonly string[]) => ({
  toolCalls: names.map((name) => ({ name, arguments: {} })),
})

const toolSequenceCheck = defineCheck({
  id: 'tool-sequence',
  kind: 'tools',
  title: 'Tool sequence',
  measures:
    'Whether the named tools were called in this order; other calls may stand between them unless `gaps` is false.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    names: z.array(z.string()).min(1).describe('Tools in the expected order'),
    gaps: z.boolean().default(true).describe('Other calls may stand between them'),
  }),
  examples: [
    { case: called('search', 'think', 'open'), parameters: { names: ['search', 'open'] }, outcome: 'pass' },
    {
      case: called('search', 'think', 'open'),
      parameters: { names: ['search', 'open'], gaps: false },
      outcome: 'fail',
    },
    { case: called('open', 'search'), parameters: { names: ['search', 'open'] }, outcome: 'fail' },
  ],
  prepare: ({ names, gaps }) =>
    ok({
      run({ case: { toolCalls = [] } }) {
        const made = toolCalls.map(({ name }) => name)
        const isPass = gaps
          ? holdsInOrder(made, names)
          : ` ${made.join(' ')} `.includes(` ${names.join(' ')} `)
        return { outcome: isPass ? 'pass' : 'fail', reason: `called: ${made.join(' → ') || 'nothing'}` }
      },
    }),
})

function holdsInOrder(made: readonly string[], names: readonly string[]): boolean {
  let at = 0
  for (const name of made) if (name === names[at]) at += 1
  return at === names.length
}

const toolCallCountCheck = defineCheck({
  id: 'tool-call-count',
  kind: 'tools',
  title: 'Tool call count',
  measures: 'Whether the number of calls, of all tools or of one, lies within bounds.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    name: z.string().optional().describe('Only calls of this tool'),
    min: z.number().int().nonnegative().optional().describe('At least so many calls'),
    max: z.number().int().nonnegative().optional().describe('At most so many calls'),
  }),
  examples: [
    { case: called('search', 'open'), parameters: { max: 3 }, outcome: 'pass' },
    { case: called('search', 'search'), parameters: { name: 'search', max: 1 }, outcome: 'fail' },
    { case: called(), parameters: { min: 1 }, outcome: 'fail' },
  ],
  prepare({ name, min = 0, max = Number.POSITIVE_INFINITY }) {
    if (min > max)
      return fail(
        createError('ASSAY-7011', {
          where: `tool-call-count.min: ${min} is more than max ${max}`,
          fix: 'swap them',
        }),
      )
    return ok({
      run({ case: { toolCalls = [] } }) {
        const count = toolCalls.filter((call) => name === undefined || call.name === name).length
        const isPass = count >= min && count <= max
        return {
          outcome: isPass ? 'pass' : 'fail',
          reason: `${count} calls${name === undefined ? '' : ` of ${name}`}`,
        }
      },
    })
  },
})

const forbiddenToolCheck = defineCheck({
  id: 'forbidden-tool',
  kind: 'tools',
  title: 'Forbidden tool',
  measures: 'Fails where one of the named tools was called.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({ names: z.array(z.string()).min(1).describe('Tools that must not be called') }),
  examples: [
    { case: called('search'), parameters: { names: ['delete'] }, outcome: 'pass' },
    { case: called('search', 'delete'), parameters: { names: ['delete'] }, outcome: 'fail' },
  ],
  prepare: ({ names }) =>
    ok({
      run({ case: { toolCalls = [] } }) {
        const used = toolCalls.find(({ name }) => names.includes(name))
        return used === undefined
          ? { outcome: 'pass', reason: 'none of them was called' }
          : { outcome: 'fail', reason: `${used.name} was called` }
      },
    }),
})

const loopCheck = defineCheck({
  id: 'loop-detection',
  kind: 'tools',
  title: 'Loop detection',
  measures:
    'Fails where the same call (name and arguments) was made more often than allowed, in a row or not.',
  limits: 'A tool that is polled on purpose repeats too: raise `max`.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    max: z.number().int().positive().default(2).describe('Times the same call may be made'),
  }),
  examples: [
    { case: called('search', 'open', 'search'), outcome: 'pass' },
    { case: called('search', 'open', 'search', 'open', 'search'), outcome: 'fail' },
  ],
  prepare: ({ max }) =>
    ok({
      run({ case: { toolCalls = [] } }) {
        const exact = { arguments: 'exact', tolerance: 0 } as const
        for (const call of toolCalls) {
          const times = toolCalls.filter((other) => isSameCall(other, call, exact)).length
          if (times > max)
            return {
              outcome: 'fail',
              reason: `${call.name} was called ${times} times with the same arguments`,
            }
        }
        return { outcome: 'pass', reason: 'no call repeats' }
      },
    }),
})

const citySchema = {
  weather: { type: 'object', required: ['city'], properties: { city: { type: 'string' } } },
}

const argumentsCheck = defineCheck({
  id: 'tool-arguments-valid',
  kind: 'tools',
  title: 'Tool arguments',
  measures: 'Whether the arguments of every call meet the JSON Schema of its tool.',
  limits: 'A call of a tool without a schema here fails: it is no tool of the target.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    schemas: z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .describe('JSON Schema of the arguments by tool name, draft 2020-12 or 7'),
  }),
  examples: [
    {
      case: { toolCalls: [{ name: 'weather', arguments: { city: 'Oslo' } }] },
      parameters: { schemas: citySchema },
      outcome: 'pass',
    },
    {
      case: { toolCalls: [{ name: 'weather', arguments: {} }] },
      parameters: { schemas: citySchema },
      outcome: 'fail',
    },
    { case: called('travel'), parameters: { schemas: citySchema }, outcome: 'fail' },
  ],
  prepare({ schemas }) {
    const tests = compileAll(schemas)
    if (!tests.ok) return tests
    return ok({
      run({ case: { toolCalls = [] } }) {
        for (const { name, arguments: given } of toolCalls) {
          const test = tests.value.get(name)
          if (test === undefined) return { outcome: 'fail', reason: `${name} is no known tool` }
          const problem = test(typeof given === 'string' ? parseOr(given) : (given ?? {}))
          if (problem !== null) return { outcome: 'fail', reason: `${name}: ${problem}` }
        }
        return { outcome: 'pass', reason: `${toolCalls.length} calls are valid` }
      },
    })
  },
})

function compileAll(
  schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Result<ReadonlyMap<string, SchemaTest>> {
  const tests = new Map<string, SchemaTest>()
  for (const [name, schema] of Object.entries(schemas)) {
    const test = compileSchema(`tool-arguments-valid.schemas.${name}`, schema)
    if (!test.ok) return test
    if (test.value !== null) tests.set(name, test.value)
  }
  return ok(tests)
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const callListChecks: readonly Check[] = [
  toolSequenceCheck,
  toolCallCountCheck,
  forbiddenToolCheck,
  argumentsCheck,
  loopCheck,
]
