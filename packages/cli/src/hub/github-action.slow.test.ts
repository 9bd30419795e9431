import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '@assay/testkit'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { command } from '../commands/gate.ts'
import { optionFlag } from '../parse-command.ts'

const folder = fileURLToPath(new URL('../../../../.github/actions/assay-gate', import.meta.url))
const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8'))
const step = action.runs.steps[0]

/** Runs the action's script beside an `assay` and a `gh` that write down what they were given. */
async function runAction(env: Record<string, string>, exitCode = 0) {
  const place = mkdtempSync(join(tmpdir(), 'assay-action-'))
  const tools = join(place, 'tools')
  mkdirSync(tools)
  const write = (name: string, text: string) => {
    writeFileSync(join(tools, name), `#!/usr/bin/env bash\n${text}\n`)
    chmodSync(join(tools, name), 0o755)
  }
  write('assay', `printf '%s\\n' "$@" > assay.txt; echo "the comment" > assay-comment.md; exit ${exitCode}`)
  write('gh', `printf '%s\\n' "$@" > gh.txt`)
  const done = await runCommand('bash', [join(folder, 'gate.sh')], {
    cwd: place,
    env: {
      PATH: `${tools}:${process.env['PATH'] ?? ''}`,
      GITHUB_OUTPUT: join(place, 'output.txt'),
      GITHUB_STEP_SUMMARY: join(place, 'summary.md'),
      INPUT_COMMAND: 'assay',
      ...env,
    },
  })
  const read = (file: string) => {
    try {
      return readFileSync(join(place, file), 'utf8').trim()
    } catch {
      return null
    }
  }
  return { ...done, given: read('assay.txt')?.split('\n'), read }
}

test('every input reaches the command as one word, whatever stands in it, and the exit code is kept', async () => {
  const hostile = '$(touch broken); `touch broken` "x'
  const ran = await runAction(
    {
      INPUT_RUN: hostile,
      INPUT_FAIL_IF: 'correctness < 0.8\n\ncheck(a b) < 1\n',
      INPUT_BASELINE: 'main',
      INPUT_JUNIT: 'j.xml',
      INPUT_MARKDOWN: 'assay-comment.md',
      INPUT_WAIT: '60',
    },
    1,
  )
  expect(ran.code).toBe(1)
  expect(ran.given).toEqual([
    'gate',
    hostile,
    '--baseline',
    'main',
    '--junit',
    'j.xml',
    '--markdown',
    'assay-comment.md',
    '--fail-if',
    'correctness < 0.8',
    '--fail-if',
    'check(a b) < 1',
  ])
  expect(ran.read('broken')).toBeNull()
  expect(ran.read('output.txt')).toBe('outcome=failed')
  expect(ran.read('summary.md')).toBe('the comment')
  expect(ran.read('gh.txt')).toBeNull()
})

test('the comment is written where it is asked for on a pull request, and what could not be decided is an error', async () => {
  const asked = {
    INPUT_EVALUATION: 'id',
    INPUT_WAIT: '60',
    INPUT_MARKDOWN: 'assay-comment.md',
    INPUT_COMMENT: 'true',
  }
  const ran = await runAction({ ...asked, PULL_REQUEST: '7' }, 3)
  expect(ran.code).toBe(3)
  expect(ran.given).toContain('--wait')
  expect(ran.read('output.txt')).toBe('outcome=error')
  expect(ran.read('gh.txt')?.split('\n')).toEqual([
    'pr',
    'comment',
    '7',
    '--edit-last',
    '--create-if-none',
    '--body-file',
    'assay-comment.md',
  ])
})

test('the action hands on every input it declares, and only options the command has', () => {
  const used = JSON.stringify(step.env) + JSON.stringify(step['working-directory'])
  for (const name of Object.keys(action.inputs)) expect(used, name).toContain(`inputs.${name} }}`)
  expect(step.run).not.toContain('${{')
  const flags = new Set(
    Object.entries(command.options).map(([key, row]) => optionFlag(key, row).split(' ')[0]),
  )
  const script = readFileSync(join(folder, 'gate.sh'), 'utf8')
  for (const [flag] of script.matchAll(/(?<=add |\()--[a-z-]+/g)) expect(flags, flag).toContain(flag)
})
