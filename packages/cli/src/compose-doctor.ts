import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { CommandContext } from './command.ts'
import { loadConfiguration } from './configuration/load-configuration.ts'
import { loadLocalModels } from './compose-local-models.ts'

export interface Finding {
  readonly what: string
  readonly state: 'ok' | 'problem' | 'optional'
  readonly found: string
  readonly remedy?: string
}

const neededBytes = 500_000_000

/** Looks at runtime, disk, configuration, models and providers. Calls nothing outside of the machine. */
export async function examineMachine(context: CommandContext): Promise<readonly Finding[]> {
  return [
    examineRuntime(),
    await examineDisk(context),
    await examineConfiguration(context),
    await examinePython(),
    ...(await examineLocalModels(context)),
    ...(await examineProviders(context)),
  ]
}

function examineRuntime(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  const found = `Node ${process.versions.node} on ${process.platform}-${process.arch}`
  return major >= 26
    ? { what: 'runtime', state: 'ok', found }
    : {
        what: 'runtime',
        state: 'problem',
        found,
        remedy: 'start it by the assay command, which brings Node 26',
      }
}

async function examineDisk({ cwd }: CommandContext): Promise<Finding> {
  const folder = join(cwd, '.assay')
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    const found = `${(free / 1e9).toFixed(1)} GB free for ${folder}`
    return free > neededBytes
      ? { what: 'disk', state: 'ok', found }
      : { what: 'disk', state: 'problem', found, remedy: 'free some space' }
  } catch (error) {
    return {
      what: 'disk',
      state: 'problem',
      found: error instanceof Error ? error.message : String(error),
      remedy: `make ${folder} writable`,
    }
  }
}

async function examineConfiguration({ cwd, globals }: CommandContext): Promise<Finding> {
  const loaded = await loadConfiguration(cwd, globals.config)
  if (!loaded.ok)
    return {
      what: 'configuration',
      state: 'problem',
      found: `${loaded.error.message} (${loaded.error.where ?? ''})`,
      ...(loaded.error.fix === undefined ? {} : { remedy: loaded.error.fix }),
    }
  const { file } = loaded.value
  return file === null
    ? {
        what: 'configuration',
        state: 'optional',
        found: 'no assay.yaml here',
        remedy: 'assay init writes one',
      }
    : { what: 'configuration', state: 'ok', found: file }
}

async function examinePython(): Promise<Finding> {
  try {
    const { stdout, stderr } = await promisify(execFile)('python3', ['--version'])
    return { what: 'python', state: 'ok', found: `${stdout}${stderr}`.trim() }
  } catch {
    return {
      what: 'python',
      state: 'optional',
      found: 'no python3',
      remedy: 'install Python 3 for Python targets and for assay models pull',
    }
  }
}

async function examineLocalModels({ env }: CommandContext): Promise<readonly Finding[]> {
  const local = await loadLocalModels(env)
  if (local === null)
    return [
      {
        what: 'local models',
        state: 'optional',
        found: 'the package is not installed',
        remedy: 'npm install @assay/local-models',
      },
    ]
  const model = await local.openLanguageModel('smollm2')
  const embedder = await local.openEmbedder('minilm')
  return [
    { what: 'local:smollm2', ...stateOf(model) },
    { what: 'local:minilm', ...stateOf(embedder) },
  ]
}

const stateOf = (result: { readonly ok: boolean }): Omit<Finding, 'what'> =>
  result.ok
    ? { state: 'ok', found: 'ready' }
    : { state: 'optional', found: 'not fetched', remedy: 'assay models pull' }

async function examineProviders({ env }: CommandContext): Promise<readonly Finding[]> {
  const { modelProviders } = await import('@assay/connectors/language-models')
  return modelProviders.map(({ name, keyEnv, alternativeEnv }) => {
    const isSet = Boolean(env(keyEnv)) || (alternativeEnv?.every((each) => Boolean(env(each))) ?? false)
    return isSet
      ? { what: name, state: 'ok', found: `key in ${keyEnv}` }
      : { what: name, state: 'optional', found: 'no key', remedy: `set ${keyEnv}` }
  })
}
