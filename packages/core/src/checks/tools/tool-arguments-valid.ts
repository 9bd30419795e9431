import * as z from 'zod'
import { ok, type Result } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { compileSchema, testSchema, type SchemaTest } from '../text/json-schema.ts'
import { called } from './called.ts'
import { readArguments } from './match-arguments.ts'

const schemas = {
  weather: { type: 'object', required: ['city'], properties: { city: { type: 'string' } } },
}
const weather = (given: unknown) => ({ toolCalls: [{ name: 'weather', arguments: given }] })

/** The arguments of every call meet the schema of its tool. */
export const toolArgumentsValidCheck = defineCheck({
  id: 'tool-arguments-valid',
  kind: 'tools',
  title: 'Tool arguments',
  measures:
    'Whether the arguments of every call meet the JSON Schema of its tool. The score is the share of calls that do.',
  limits: 'Valid is not right: use tool-calls for the values.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    schemas: z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .describe('JSON Schema of the arguments by tool name, draft 2020-12 or 7'),
    allowOthers: z.boolean().default(false).describe('Tools without a schema here may be called'),
  }),
  examples: [
    { case: weather({ city: 'Oslo' }), parameters: { schemas }, outcome: 'pass', score: 1 },
    { case: weather({}), parameters: { schemas }, outcome: 'fail', score: 0 },
    { case: weather('{"city": "Oslo"}'), parameters: { schemas }, outcome: 'pass' },
    { case: weather('{"city":'), parameters: { schemas }, outcome: 'fail' },
    { case: called('travel'), parameters: { schemas }, outcome: 'fail' },
    { case: called('travel'), parameters: { schemas, allowOthers: true }, outcome: 'pass' },
  ],
  prepare({ schemas: given, allowOthers }) {
    const tests = compileAll(given)
    if (!tests.ok) return tests
    return ok({
      run({ case: { toolCalls = [] } }) {
        const problems: string[] = []
        for (const { name, arguments: value } of toolCalls) {
          const test = tests.value.get(name)
          if (test === undefined) {
            if (!allowOthers) problems.push(`${name} is no known tool`)
            continue
          }
          const problem = testSchema(test, readArguments(value))
          if (!problem.ok) return problem
          if (problem.value !== null) problems.push(`${name}: ${problem.value}`)
        }
        const valid = toolCalls.length - problems.length
        return {
          outcome: problems.length === 0 ? 'pass' : 'fail',
          score: toolCalls.length === 0 ? 1 : valid / toolCalls.length,
          reason:
            problems.length === 0
              ? `${valid === 1 ? '1 call is' : `${valid} calls are`} valid`
              : `${valid} of ${toolCalls.length} ${toolCalls.length === 1 ? 'call is' : 'calls are'} valid; ${problems.slice(0, 3).join('; ')}`,
        }
      },
    })
  },
})

function compileAll(
  given: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Result<ReadonlyMap<string, SchemaTest>> {
  const tests = new Map<string, SchemaTest>()
  for (const [name, schema] of Object.entries(given)) {
    const test = compileSchema(`tool-arguments-valid.schemas.${name}`, schema)
    if (!test.ok) return test
    if (test.value !== null) tests.set(name, test.value)
  }
  return ok(tests)
}
