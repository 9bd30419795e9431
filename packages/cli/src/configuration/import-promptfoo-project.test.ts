import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { must } from '@assay/core'
import { sha256 } from '@assay/testkit'
import { afterAll, expect, test } from 'vitest'
import { importPromptfooProject } from './import-promptfoo-project.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-promptfoo-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

const written = (name: string) => readFileSync(join(folder, name), 'utf8')

test('files and schemas of a configuration are read, and each assertion in code runs by itself', async () => {
  writeFileSync(join(folder, 'vars.yaml'), 'question: Capital of France?\n')
  writeFileSync(join(folder, 'rubric.txt'), 'Is polite\n')
  writeFileSync(join(folder, 'schema.json'), '{"type": "object"}')
  writeFileSync(
    join(folder, 'promptfooconfig.yaml'),
    `prompts: ['{{question}}']
tests:
  - vars: file://vars.yaml
    assert:
      - { type: llm-rubric, value: file://rubric.txt }
      - { type: is-json, value: file://schema.json }
      - type: contains-json
        value: |
          type: object
          required: [city]
      - { type: javascript, value: 'output.length > 3; // note' }
      - { type: javascript, value: 'output.length >' }
      - { type: javascript, value: 'const wanted = context.config.most; output.length < wanted', config: { most: 9 } }
      - type: javascript
        value: |
          if (output === context.vars.question) return true
          return context.prompt.length
`,
  )
  const taken = await importPromptfooProject({
    file: 'promptfooconfig.yaml',
    folder,
    schemaFile: 'schema',
    isForced: false,
    hash: sha256,
  })
  const { imported } = must(taken.ok ? taken.value : undefined, 'the project')
  expect(imported.notMapped).toMatchObject([{ where: 'tests[0].assert[4]', what: 'javascript' }])
  expect(written('testset.jsonl')).toContain('Capital of France?')
  expect(imported.cases[0]?.checks?.slice(0, 3)).toEqual([
    { check: 'rules', parameters: { rules: ['Is polite'] } },
    { check: 'json', parameters: { schema: { type: 'object' } } },
    { check: 'contains-json', parameters: { schema: { type: 'object', required: ['city'] } } },
  ])

  const module: Record<string, (given: unknown) => Promise<unknown>> = await import(
    pathToFileURL(join(folder, 'promptfoo-functions.mjs')).href
  )
  const verdicts = Object.values(module).map((assertion, index) => {
    const parameters = imported.cases[0]?.checks?.[3 + index]?.parameters?.['parameters']
    return assertion({ case: { input: 'Capital of France?' }, text: 'Paris', parameters })
  })
  expect(await Promise.all(verdicts)).toEqual([true, true, 18])
})
