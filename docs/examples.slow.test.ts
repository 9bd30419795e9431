import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfiguration } from '../packages/cli/src/configuration/load-configuration.ts'
import { readGuide, root, type Block, type Page } from './read-page.ts'

/**
 * Runs every page as a reader would: each ` ```sh ` block in order, in a copy of the demo's project. A fence may add
 * `no-run: reason` (it needs a key, an outside host or an installation), `exit=1` (the code it ends with), `file=NAME`
 * (the reader writes this file) or `output` (what the block above prints; figures and quotes may differ).
 */
const guide = readGuide()
let bin = ''
const folders: string[] = []

beforeAll(() => {
  bin = mkdtempSync(join(tmpdir(), 'assay-docs-bin-'))
  folders.push(bin)
  const main = join(root, 'packages/cli/src/main.ts')
  const shim = `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`
  writeFileSync(join(bin, 'assay'), shim, { mode: 0o755 })
})

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe.concurrent('every command of the guide runs', () => {
  const pages = guide.filter(({ blocks }) => blocks.some(isRun))
  it.for(pages)('$name', async (page) => {
    const folder = prepareFolder()
    let output = ''
    for (const block of page.blocks) {
      const place = `${page.name}:${block.line}`
      if (block.info.startsWith('file=')) writeBlock(folder, block)
      else if (isRun(block)) {
        const done = await runBlock(folder, block)
        output = done.output
        expect(done.code, `${place} ended otherwise:\n${output}`).toBe(expectedCode(block))
      } else if (block.info === 'output') expectShape(block, output, place)
    }
  })
})

describe('every configuration of the guide is valid', () => {
  const blocks = guide.flatMap(({ name, blocks: all }) =>
    all
      .filter(({ language, info }) => language === 'yaml' && info !== 'workflow')
      .map((block) => ({ name, block })),
  )
  it.for(blocks)('$name, line $block.line', ({ name, block }) => {
    const parsed = parseConfiguration(block.text, name)
    expect(parsed.ok ? 'valid' : parsed.error).toBe('valid')
  })
})

it('every block that is not run says why', () => {
  const silent = guide.flatMap(({ name, blocks }: Page) =>
    blocks
      .filter(({ language, info }) => language === 'sh' && !/^(?:exit=\d+|no-run: .{8,})?$/.test(info))
      .map(({ line }) => `${name}:${line}`),
  )
  expect(silent).toEqual([])
})

const isRun = ({ language, info }: Block): boolean => language === 'sh' && !info.startsWith('no-run')
const expectedCode = ({ info }: Block): number => Number(/^exit=(\d+)$/.exec(info)?.[1] ?? 0)

function prepareFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-docs-'))
  folders.push(folder)
  cpSync(join(root, 'examples/demo-assistant'), folder, { recursive: true })
  return folder
}

function writeBlock(folder: string, { info, text }: Block): void {
  const file = join(folder, info.slice('file='.length))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Without the keys of this machine, and with the width of a file. */
function runBlock(folder: string, { text }: Block): Promise<{ code: number | null; output: string }> {
  const kept = Object.entries(process.env).filter(([name]) => !/API_KEY|_BASE_URL|^AWS_/.test(name))
  const path = [bin, dirname(process.execPath), process.env['PATH']].join(delimiter)
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-euc', text], {
      cwd: folder,
      env: { ...Object.fromEntries(kept), PATH: path, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Each shown line has its like in the output, in the same order. A line of `…` stands for lines left out. */
function expectShape({ text }: Block, output: string, place: string): void {
  const real = output.split('\n').map(shapeOf)
  let from = 0
  for (const line of text.split('\n').filter((each) => each.trim() !== '' && each.trim() !== '…')) {
    const shape = shapeOf(line)
    const at = real.findIndex((each, index) => index >= from && each.startsWith(shape))
    expect(at, `${place}: no line like "${line.trim()}" (${shape}) in\n${output}`).toBeGreaterThanOrEqual(
      from,
    )
    from = at + 1
  }
}

/** A label before a gap, or else the words up to a quote or a bracket, with figures levelled. */
function shapeOf(line: string): string {
  const [label = '', rest] = line.trim().split(/ {2,}/, 2)
  if (rest !== undefined) return label.replaceAll(/\d+/g, '#')
  return label
    .replaceAll(/\d[\d.,]*/g, '#')
    .split(/["“`(…]/)[0]!
    .trim()
}
