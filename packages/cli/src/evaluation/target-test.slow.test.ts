import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '@assay/testkit'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-target-'))
const ask = (...args: readonly string[]) =>
  runCommand(process.execPath, [main, 'target', 'test', ...args], { cwd: folder })

test('a target that fails is told with its own words and a remedy for its kind', async () => {
  writeFileSync(join(folder, 'boom.mjs'), 'export function answer() { throw new Error("boom") }\n')
  writeFileSync(join(folder, 'five.py'), 'def answer(question):\n    return 5\n')
  const thrown = await ask('module:boom.mjs')
  expect(thrown).toMatchObject({ code: 3 })
  expect(thrown.stderr).toContain('The target threw Error: boom\n')
  const five = await ask('python:five.py:answer')
  expect(five.stderr).toContain('let the function return a string')
  expect(five.stderr).not.toContain('response paths')
})

test('without a target it says how to name one here', async () => {
  const none = await ask()
  expect(none).toMatchObject({ code: 2 })
  expect(none.stderr).toContain('assay target test module:./assistant.ts')
  expect(none.stderr).not.toContain('--target')
})
