import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createCheckPorts } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { prepareChecks } from '../prepare-checks.ts'
import { compileSchema, testSchema } from './json-schema.ts'

const data = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url))
const isThere = (folder: string): boolean => {
  const found = existsSync(data + folder)
  if (!found) process.stdout.write(`skipped: no labelled data at ../shared/data/${folder}\n`)
  return found
}

describe.skipIf(!isThere('so-jsontestsuite'))('the check json on JSONTestSuite', () => {
  it('takes every valid text and refuses every invalid one', async () => {
    const prepared = prepareChecks([{ check: 'json' }])
    const check = prepared.ok ? prepared.value[0] : undefined
    const wrong: string[] = []
    const names = readdirSync(`${data}so-jsontestsuite`).filter((name) => /^[yn]_/.test(name))
    for (const name of names) {
      const answer = readFileSync(`${data}so-jsontestsuite/${name}`, 'utf8')
      const verdict = await check?.run({ answer }, createCheckPorts())
      if (verdict?.outcome !== (name.startsWith('y_') ? 'pass' : 'fail')) wrong.push(name)
    }
    process.stdout.write(
      `JSONTestSuite: ${names.length - wrong.length} of ${names.length} texts as labelled\n`,
    )
    // Texts are decoded before a check sees them: what is invalid only as bytes is replaced there, within a string.
    expect(wrong).toEqual([])
    expect(names.length).toBeGreaterThan(250)
  })
})

const suiteSchema = z.array(
  z.object({
    description: z.string(),
    schema: z.unknown(),
    tests: z.array(z.object({ description: z.string(), data: z.unknown(), valid: z.boolean() })),
  }),
)

interface Outcomes {
  agreed: number
  refused: number
  readonly wrong: string[]
}

function runSuite(draft: string, $schema: string): Outcomes {
  const folder = `${data}so-json-schema-test-suite/${draft}`
  const outcomes: Outcomes = { agreed: 0, refused: 0, wrong: [] }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
    for (const group of suiteSchema.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))) {
      const { schema } = group
      // A check's schema is an object; `true` and `false` stand for themselves only inside one.
      if (typeof schema !== 'object' || schema === null) continue
      const compiled = compileSchema('json', { $schema, ...schema })
      if (!compiled.ok) outcomes.refused += group.tests.length
      else
        for (const { description, data: value, valid } of group.tests) {
          const tested = testSchema(compiled.value, value)
          if (tested.ok && (tested.value === null) === valid) outcomes.agreed += 1
          else outcomes.wrong.push(`${file}: ${group.description}: ${description}`)
        }
    }
  return outcomes
}

describe.skipIf(!isThere('so-json-schema-test-suite'))('JSON Schema on its test suite', () => {
  // What ajv has not: $dynamicRef in full, unevaluatedItems after contains, siblings of $ref left out in draft 7.
  // Formats are asserted by a check, on purpose; in 2020-12 they are notes by default.
  const known = ['dynamicRef.json', 'format.json', 'unevaluatedItems.json', 'unevaluatedProperties.json']

  it.each([
    ['draft7', 'http://json-schema.org/draft-07/schema#', 882, ['ref.json', 'properties.json']],
    ['draft2020-12', 'https://json-schema.org/draft/2020-12/schema', 1160, [...known, 'properties.json']],
  ])('agrees in %s but for what is known', (draft, $schema, least, files) => {
    const { agreed, refused, wrong } = runSuite(draft, $schema)
    process.stdout.write(
      `JSON Schema ${draft}: ${agreed} agree, ${wrong.length} do not, ${refused} of schemas that are refused\n`,
    )
    expect(wrong.filter((each) => !files.includes(each.split(':')[0] ?? ''))).toEqual([])
    expect(agreed).toBeGreaterThanOrEqual(least)
  })
})
