import { realpathSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { LineCommand } from '../processes/line-process.ts'
import { pythonRunner } from '../processes/python-runner.ts'
import type { LocatedFunction } from './locate-function.ts'
import type { UserCodeDependencies } from './user-code-dependencies.ts'

const nodeRunner = fileURLToPath(new URL('./node-runner.mjs', import.meta.url))

/** What a program needs to run at all. Secrets of the environment stay here. */
const environmentNames = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TEMP',
  'SystemRoot',
  'VIRTUAL_ENV',
  'PYTHONPATH',
]

type Surroundings = Pick<UserCodeDependencies, 'folder' | 'env' | 'python'>

/** The program that runs a file of the user, with its limits. */
export function describeProcess(
  { file, where }: LocatedFunction,
  memoryMb: number,
  { folder, env, python = 'python3' }: Surroundings,
): LineCommand {
  const isPython = file.endsWith('.py')
  return {
    command: isPython ? python : process.execPath,
    arguments: isPython
      ? ['-u', pythonRunner, file, '--memory', String(memoryMb)]
      : nodeArguments(file, realpathSync(folder), memoryMb),
    folder,
    env: pickEnvironment(env),
    channel: isPython ? 'standard' : 'pipe',
    isBackground: true,
    where,
    subject: 'Your code',
    codes: { start: 'ASSAY-7013', call: 'ASSAY-7013' },
  }
}

/** Node's permission model: files of the project folder may be read; nothing is written, sent or started. */
const nodeArguments = (file: string, folder: string, memoryMb: number): readonly string[] => [
  '--permission',
  `--allow-fs-read=${folder}`,
  `--allow-fs-read=${nodeRunner}`,
  `--max-old-space-size=${memoryMb}`,
  nodeRunner,
  pathToFileURL(file).href,
]

export const pickEnvironment = (env: Surroundings['env']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    environmentNames.flatMap((name) => {
      const value = env(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
