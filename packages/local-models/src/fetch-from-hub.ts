import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ModelFile } from './model-files.data.ts'

export interface HubOptions {
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
  readonly onBytes: (bytes: number) => void
}

/** A hub that cannot be reached must not hold up the other ways. */
const firstByteTimeoutMs = 4000

/**
 * Fetches a file into `part`, going on where an earlier try stopped. Returns why it did not work, or `null`. Does not
 * begin when the hub names another size, since the content would be refused afterwards.
 */
export async function fetchFromHub(
  spec: ModelFile,
  part: string,
  options: HubOptions,
): Promise<string | null> {
  try {
    const head = await options.fetch(spec.url, { method: 'HEAD', signal: limit(options.signal) })
    if (!head.ok) return `status ${head.status}`
    if (Number(head.headers.get('content-length')) !== spec.bytes)
      return 'another version of the file lies there'
    await download(spec, part, options)
    return null
  } catch (cause) {
    options.signal.throwIfAborted()
    return cause instanceof Error ? cause.message : String(cause)
  }
}

const limit = (signal: AbortSignal): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(firstByteTimeoutMs)])

async function download(spec: ModelFile, part: string, options: HubOptions): Promise<void> {
  const had = (await stat(part).catch(() => null))?.size ?? 0
  const headers = had > 0 && had < spec.bytes ? { range: `bytes=${had}-` } : {}
  const response = await options.fetch(spec.url, { headers, signal: options.signal })
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
  const resumed = response.status === 206
  let bytes = resumed ? had : 0
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      options.onBytes(bytes)
      done(null, chunk)
    },
  })
  await pipeline(
    Readable.fromWeb(response.body),
    counter,
    createWriteStream(part, { flags: resumed ? 'a' : 'w' }),
    { signal: options.signal },
  )
}
