import * as z from 'zod'
import { ok, type Result } from '../../result.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { compileSchema, schemaParameter, testSchema, type SchemaTest } from './json-schema.ts'

/** Some JSON object or list stands in the text, and meets a schema where one is given. */
export const containsJsonCheck = defineCheck({
  id: 'contains-json',
  kind: 'text',
  title: 'Contains JSON',
  measures:
    'Whether a JSON object or list stands anywhere in the text, such as in a code fence, and one of them meets the JSON Schema where one is given.',
  limits:
    'JSON with comments, single quotes or trailing commas is none. A text of so many unclosed brackets that it cannot be searched in reasonable time is not judged.',
  reads: ['answer'],
  cost: 'none',
  parameters: z.strictObject({ schema: schemaParameter }),
  examples: [
    { case: { answer: 'Here you are:\n```json\n{"limit": 30}\n```' }, outcome: 'pass' },
    { case: { answer: 'The limit is 30.' }, outcome: 'fail' },
    {
      case: { answer: 'First {"a": 1}, then [2].' },
      parameters: { schema: { type: 'array' } },
      outcome: 'pass',
    },
    { case: { answer: '{"a": 1}' }, parameters: { schema: { type: 'array' } }, outcome: 'fail' },
  ],
  prepare({ schema }) {
    const test = compileSchema('contains-json', schema)
    if (!test.ok) return test
    return ok({
      run({ text }) {
        const { found, isWhole } = findJsonValues(text)
        if (found.length === 0 && !isWhole)
          return { outcome: 'not-judged', reason: 'it has too many unclosed brackets to be searched' }
        if (found.length === 0) return { outcome: 'fail', reason: 'no JSON object or list stands in it' }
        return findMet(found, test.value)
      },
    })
  },
})

/** The first that meets the schema; else what is wrong with the first. */
function findMet(found: readonly FoundJson[], test: SchemaTest | null): Finding | Result<Finding> {
  let firstProblem: string | null = null
  for (const { value, start, end } of found) {
    const tested = testSchema(test, value)
    if (!tested.ok) return tested
    if (tested.value === null) return { outcome: 'pass', reason: 'it is there', spans: [{ start, end }] }
    firstProblem ??= tested.value
  }
  return { outcome: 'fail', reason: firstProblem ?? 'none meets the schema' }
}

interface FoundJson {
  readonly value: unknown
  readonly start: number
  readonly end: number
}

interface FoundJsonValues {
  /** The outermost objects and lists, in order. */
  readonly found: readonly FoundJson[]
  /** Whether the text was searched to its end. */
  readonly isWhole: boolean
}

/** Characters looked at, some twice: a bracket that never closes makes the text after it be read again. */
const maxCharacters = 5_000_000

/** The JSON objects and lists that stand in a text. */
export function findJsonValues(text: string): FoundJsonValues {
  const found: FoundJson[] = []
  const opening = /[{[]/g
  let read = 0
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    if (read > maxCharacters) return { found, isWhole: false }
    const end = findClosing(text, match.index)
    read += (end ?? text.length) - match.index
    const value = end === null ? null : parseBetween(text, match.index, end)
    if (value === null) continue
    found.push(value)
    opening.lastIndex = value.end
  }
  return { found, isWhole: true }
}

function parseBetween(text: string, start: number, end: number): FoundJson | null {
  try {
    return { value: JSON.parse(text.slice(start, end)), start, end }
  } catch {
    return null
  }
}

/** Behind the bracket that closes the one at `start`; `null`: none does. */
function findClosing(text: string, start: number): number | null {
  let [depth, inString] = [0, false]
  for (let index = start; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return null
}
