import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { compileSchema, schemaParameter, testSchema } from './json-schema.ts'

const limit = { type: 'object', properties: { limit: { type: 'integer' } }, required: ['limit'] }

/** The whole text is JSON, and meets a schema where one is given. */
export const jsonCheck = defineCheck({
  id: 'json',
  kind: 'text',
  title: 'JSON',
  measures: 'Whether the whole text is one JSON value (RFC 8259) and, where given, meets the JSON Schema.',
  limits:
    'JSON in a code fence or with text around it fails: use `contains-json`. In a schema, formats are asserted; $dynamicRef works in simple cases only, and references to other documents are refused.',
  reads: ['answer'],
  cost: 'none',
  parameters: z.strictObject({ schema: schemaParameter }),
  examples: [
    { case: { answer: '{"limit": 30}' }, parameters: { schema: limit }, outcome: 'pass' },
    { case: { answer: '{"limit": "30"}' }, parameters: { schema: limit }, outcome: 'fail' },
    { case: { answer: 'Here you are: {"limit": 30}' }, outcome: 'fail' },
    { case: { answer: '[1, 2]' }, outcome: 'pass' },
  ],
  prepare({ schema }) {
    const test = compileSchema('json', schema)
    if (!test.ok) return test
    return ok({
      run({ value, text }) {
        const parsed = typeof value === 'string' ? parseWhole(text) : { value }
        if ('problem' in parsed) return { outcome: 'fail', reason: `it is not JSON: ${parsed.problem}` }
        const tested = testSchema(test.value, parsed.value)
        if (!tested.ok) return tested
        const problem = tested.value
        return { outcome: problem === null ? 'pass' : 'fail', reason: problem ?? 'it is valid' }
      },
    })
  },
})

function parseWhole(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
