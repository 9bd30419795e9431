import * as z from 'zod'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { compileSchema, schemaParameter } from './json-schema.ts'

/** Some JSON object or list stands in the text, and meets a schema where one is given. */
export const containsJsonCheck = defineCheck({
  id: 'contains-json',
  kind: 'text',
  title: 'Contains JSON',
  measures:
    'Whether a JSON object or list stands anywhere in the text, such as in a code fence, and one of them meets the JSON Schema where one is given.',
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
        const found = findJsonValues(text)
        if (found.length === 0) return { outcome: 'fail', reason: 'no JSON object or list stands in it' }
        const problems = found.map(({ value }) => test.value?.(value) ?? null)
        const met = found[problems.indexOf(null)]
        return met === undefined
          ? { outcome: 'fail', reason: problems[0] ?? 'none meets the schema' }
          : { outcome: 'pass', reason: 'it is there', spans: [{ start: met.start, end: met.end }] }
      },
    })
  },
})

interface FoundJson {
  readonly value: unknown
  readonly start: number
  readonly end: number
}

/** Values tried at most, so that a text of brackets costs no more than a page. */
const maxTries = 200

/** The outermost JSON objects and lists of a text, in order. */
export function findJsonValues(text: string): readonly FoundJson[] {
  const found: FoundJson[] = []
  let [at, tries] = [0, 0]
  while (at < text.length && tries < maxTries) {
    const start = text.slice(at).search(/[{[]/)
    if (start === -1) break
    tries += 1
    const value = readValueAt(text, at + start)
    if (value === null) at += start + 1
    else {
      found.push(value)
      at = value.end
    }
  }
  return found
}

/** The text up to the bracket that closes the one at `start`, where it is JSON. */
function readValueAt(text: string, start: number): FoundJson | null {
  const end = findClosing(text, start)
  if (end === null) return null
  try {
    return { value: JSON.parse(text.slice(start, end)), start, end }
  } catch {
    return null
  }
}

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
