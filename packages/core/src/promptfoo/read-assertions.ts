import type { ImportTools } from './import-tools.ts'
import { findUnread } from './list-unread.ts'
import type { NotMapped } from './not-mapped.ts'
import type { PromptfooAssertion } from './promptfoo-config.ts'
import { readFileValue, UnreadValue } from './read-file-value.ts'

/** An assertion with its template filled in and the files of its value read. */
export interface ReadAssertion {
  readonly assertion: PromptfooAssertion
  readonly where: string
  /** Of an `assert-set`. */
  readonly parts: readonly ReadAssertion[]
}

export interface AssertionReading {
  readonly templates: Readonly<Record<string, PromptfooAssertion>>
  readonly readData: ImportTools['readData']
  readonly notMapped: NotMapped[]
}

const sharedKeys = ['type', '$ref', 'threshold', 'weight', 'metric']
const setKeys = [...sharedKeys, 'assert']
const assertionKeys = [
  ...sharedKeys,
  'value',
  'provider',
  'rubricPrompt',
  'transform',
  'contextTransform',
  'config',
]

/** Reads a list of assertions. What cannot be read is left out and named, and so are keys that nothing reads. */
export async function readAssertions(
  assertions: readonly PromptfooAssertion[],
  where: string,
  reading: AssertionReading,
): Promise<readonly ReadAssertion[]> {
  const read: ReadAssertion[] = []
  for (const [index, written] of assertions.entries()) {
    const one = await readAssertion(written, `${where}[${index}]`, reading)
    if (one !== null) read.push(one)
  }
  return read
}

async function readAssertion(
  written: PromptfooAssertion,
  where: string,
  reading: AssertionReading,
): Promise<ReadAssertion | null> {
  const assertion = resolve(written, reading.templates)
  const { type } = assertion
  const leaveOut = (reason: string) => reading.notMapped.push({ what: type, where, reason })
  const isSet = type === 'assert-set'
  for (const key of findUnread(assertion, isSet ? setKeys : assertionKeys))
    leaveOut(`its ${key}: it has no counterpart`)
  if (isSet) {
    const parts = await readAssertions(assertion.assert ?? [], `${where}.assert`, reading)
    return { assertion, where, parts }
  }
  const value = await readValue(assertion, reading)
  if (value instanceof UnreadValue) {
    leaveOut(`its value ${value.problem}`)
    return null
  }
  return { assertion: { ...assertion, value }, where, parts: [] }
}

/** Files of JavaScript and Python assertions are their code, which stays where it is. */
async function readValue({ type, value }: PromptfooAssertion, { readData }: AssertionReading) {
  if (/^(?:not-)?(?:javascript|python)$/.test(type) && typeof value === 'string' && value.startsWith('file:'))
    return value
  if (!Array.isArray(value)) return readFileValue(value, readData)
  const read = await Promise.all(value.map((each: unknown) => readFileValue(each, readData)))
  return read.find((each) => each instanceof UnreadValue) ?? read
}

function resolve(
  assertion: PromptfooAssertion,
  templates: AssertionReading['templates'],
): PromptfooAssertion {
  const name = assertion.$ref?.replace('#/assertionTemplates/', '')
  if (name === undefined) return assertion
  const template = Object.hasOwn(templates, name) ? templates[name] : undefined
  return template === undefined
    ? { ...assertion, type: `$ref ${name}` }
    : { ...template, ...assertion, type: template.type }
}
