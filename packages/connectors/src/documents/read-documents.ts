import { readFile, stat } from 'node:fs/promises'
import type { SourceDocument } from '@assay/contracts'
import type { Result } from '@assay/core'
import { chooseParser } from './choose-parser.ts'
import { unreadable, type ParseOptions } from './document-source.ts'
import { fetchDocument } from './fetch-document.ts'
import { findFiles, sourceName } from './find-files.ts'

export interface ReadOptions extends ParseOptions {
  /** Files, folders, globs and addresses. */
  readonly sources: readonly string[]
  /** Folder that paths are relative to, absolute. */
  readonly root: string
  readonly signal?: AbortSignal
  /** A file or answer larger than this is reported, not read. Default 200 MB. */
  readonly maxBytes?: number
  /** Limit for one address. Default 30 s. */
  readonly timeoutMs?: number
}

/**
 * The documents of all sources, one by one, each file once. A file that cannot be read is an error in its place
 * (ASSAY-2003, `where` begins with its source) and the rest goes on; a source that names nothing is ASSAY-2002.
 */
export async function* readDocuments(options: ReadOptions): AsyncGenerator<Result<SourceDocument>> {
  const seen = new Set<string>()
  for (const source of options.sources) {
    options.signal?.throwIfAborted()
    if (isAddress(source)) yield* readAddress(source, options, seen)
    else yield* readFiles(source, options, seen)
  }
}

const DEFAULT_MAX_BYTES = 200_000_000
const DEFAULT_TIMEOUT_MS = 30_000

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

async function* readFiles(
  source: string,
  options: ReadOptions,
  seen: Set<string>,
): AsyncGenerator<Result<SourceDocument>> {
  const files = await findFiles(source, options.root)
  if (!files.ok) {
    yield files
    return
  }
  for (const file of files.value) {
    options.signal?.throwIfAborted()
    if (seen.has(file)) continue
    seen.add(file)
    yield* readOneFile(file, options)
  }
}

async function* readOneFile(file: string, options: ReadOptions): AsyncGenerator<Result<SourceDocument>> {
  const source = sourceName(file, options.root)
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  let bytes: Uint8Array
  try {
    const { size } = await stat(file)
    if (size > maxBytes) {
      yield unreadable(source, `It is larger than ${Math.round(maxBytes / 1e6)} MB`)
      return
    }
    bytes = await readFile(file)
  } catch (error) {
    yield unreadable(
      source,
      'The file could not be opened',
      error instanceof Error ? error.message : String(error),
    )
    return
  }
  if (bytes.length === 0) yield unreadable(source, 'The file is empty')
  else yield* chooseParser(file)({ source, bytes }, options)
}

async function* readAddress(
  address: string,
  options: ReadOptions,
  seen: Set<string>,
): AsyncGenerator<Result<SourceDocument>> {
  if (seen.has(address)) return
  seen.add(address)
  const limits = {
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  }
  const fetched = await fetchDocument(address, limits, options.signal)
  if (!fetched.ok) {
    yield fetched
    return
  }
  const { bytes, contentType, url } = fetched.value
  if (bytes.length === 0) yield unreadable(address, 'The answer is empty')
  else yield* chooseParser(url.pathname, contentType)({ source: address, bytes }, options)
}
