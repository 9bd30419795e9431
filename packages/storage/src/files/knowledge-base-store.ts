import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  chunkSchema,
  documentRecordSchema,
  knowledgeBaseManifestSchema,
  topicMapSchema,
  type KnowledgeBaseManifest,
  type TopicMap,
} from '@assay/contracts'
import { createError, fail, ok, type KnowledgeBase, type KnowledgeBaseStore, type Result } from '@assay/core'
import { damaged, parseJson, readRows } from './knowledge-base-rows.ts'
import { readVectors, writeVectors } from './knowledge-base-vectors.ts'

/**
 * One folder a knowledge base: kb.json, documents.jsonl, chunks.jsonl, topics.json, vectors.json, vectors.bin. A save
 * writes a folder beside it and swaps the two by renaming; what a killed swap leaves is put right at the next access.
 */
export function createKnowledgeBaseStore(folder: string): KnowledgeBaseStore {
  const place = (name: string): Promise<Result<string>> => locate(folder, name)
  return {
    list: () => listManifests(folder),
    async open(name) {
      const at = await place(name)
      return at.ok ? reportingDamage(at.value, () => readAll(at.value)) : at
    },
    async save(knowledgeBase) {
      if (!isName(knowledgeBase.manifest.name)) return fail(badName(knowledgeBase.manifest.name))
      return reportingUnwritable(folder, () => replaceFolder(folder, knowledgeBase))
    },
    async saveTopics(name, topics) {
      const at = await place(name)
      return at.ok ? reportingUnwritable(at.value, () => replaceTopics(at.value, topics)) : at
    },
    async remove(name) {
      const at = await place(name)
      return at.ok ? reportingUnwritable(at.value, () => rm(at.value, { recursive: true })) : at
    },
  }
}

const isName = (name: string): boolean => /^\w[\w.-]{0,99}$/.test(name)

const badName = (name: string): ReturnType<typeof createError> => createError('ASSAY-2007', { where: name })

async function locate(folder: string, name: string): Promise<Result<string>> {
  if (!isName(name)) return fail(badName(name))
  const at = join(folder, name)
  await finishSwap(folder, name)
  return existsSync(join(at, 'kb.json')) ? ok(at) : fail(createError('ASSAY-2001', { where: at }))
}

/** A swap is two renames; killed between them, the folder before it is the one that stands. */
async function finishSwap(folder: string, name: string): Promise<void> {
  const old = oldFolder(folder, name)
  if (!existsSync(old)) return
  if (existsSync(join(folder, name))) await rm(old, { recursive: true })
  else await rename(old, join(folder, name))
}

const oldFolder = (folder: string, name: string): string => join(folder, `.${name}.old`)

async function listManifests(folder: string): Promise<Result<readonly KnowledgeBaseManifest[]>> {
  if (!existsSync(folder)) return ok([])
  const entries = await readdir(folder)
  const names = new Set(entries.map((entry) => entry.replace(/^\.(.+)\.old$/, '$1')).filter(isName))
  const manifests: KnowledgeBaseManifest[] = []
  for (const name of [...names].sort()) {
    const at = await locate(folder, name)
    if (!at.ok) continue
    const manifest = await readManifest(at.value)
    if (!manifest.ok) return manifest
    manifests.push(manifest.value)
  }
  return ok(manifests)
}

async function readAll(at: string): Promise<Result<KnowledgeBase>> {
  const manifest = await readManifest(at)
  if (!manifest.ok) return manifest
  const documents = await readRows(join(at, 'documents.jsonl'), documentRecordSchema)
  if (!documents.ok) return documents
  const chunks = await readRows(join(at, 'chunks.jsonl'), chunkSchema)
  if (!chunks.ok) return chunks
  const { counts, embedder } = manifest.value
  if (chunks.value.length !== counts.chunks)
    return fail(
      damaged(join(at, 'chunks.jsonl'), null, `${chunks.value.length} rows instead of ${counts.chunks}`),
    )
  const vectors = embedder === null ? ok(null) : await readVectors(at, chunks.value)
  if (!vectors.ok) return vectors
  const topics = await readTopics(join(at, 'topics.json'))
  if (!topics.ok) return topics
  return ok({
    manifest: manifest.value,
    documents: documents.value,
    chunks: chunks.value,
    vectors: vectors.value,
    topics: topics.value,
  })
}

async function readManifest(at: string): Promise<Result<KnowledgeBaseManifest>> {
  const file = join(at, 'kb.json')
  const parsed = knowledgeBaseManifestSchema.safeParse(parseJson(await readFile(file, 'utf8')))
  return parsed.success ? ok(parsed.data) : fail(damaged(file, null, parsed.error.issues[0]?.message))
}

async function readTopics(file: string): Promise<Result<TopicMap | null>> {
  if (!existsSync(file)) return ok(null)
  const parsed = topicMapSchema.safeParse(parseJson(await readFile(file, 'utf8')))
  return parsed.success ? ok(parsed.data) : fail(damaged(file, null, parsed.error.issues[0]?.message))
}

async function replaceFolder(folder: string, knowledgeBase: KnowledgeBase): Promise<void> {
  const { name } = knowledgeBase.manifest
  await mkdir(folder, { recursive: true })
  await finishSwap(folder, name)
  const made = join(folder, `.${name}.${process.pid}.new`)
  await rm(made, { recursive: true, force: true })
  await mkdir(made)
  await writeAll(made, knowledgeBase)
  const at = join(folder, name)
  if (existsSync(at)) await rename(at, oldFolder(folder, name))
  await rename(made, at)
  await rm(oldFolder(folder, name), { recursive: true, force: true })
}

async function writeAll(at: string, knowledgeBase: KnowledgeBase): Promise<void> {
  const { manifest, documents, chunks, topics } = knowledgeBase
  await writeRows(join(at, 'documents.jsonl'), documents)
  await writeRows(join(at, 'chunks.jsonl'), chunks)
  await writeVectors(at, knowledgeBase)
  if (topics !== null) await writeFile(join(at, 'topics.json'), pretty(topics))
  await writeFile(join(at, 'kb.json'), pretty(manifest))
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const ROWS_A_WRITE = 1000

async function writeRows(file: string, rows: readonly unknown[]): Promise<void> {
  await using handle = await open(file, 'w')
  for (let start = 0; start < rows.length; start += ROWS_A_WRITE) {
    const lines = rows.slice(start, start + ROWS_A_WRITE).map((row) => `${JSON.stringify(row)}\n`)
    await handle.appendFile(lines.join(''))
  }
  await handle.sync()
}

async function replaceTopics(at: string, topics: TopicMap): Promise<void> {
  const file = join(at, 'topics.json')
  await writeFile(`${file}.new`, pretty(topics))
  await rename(`${file}.new`, file)
}

async function reportingDamage<T>(at: string, read: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await read()
  } catch (error) {
    if (isSystemError(error)) return fail(damaged(error.path ?? at, null, error.message))
    throw error
  }
}

async function reportingUnwritable(at: string, write: () => Promise<void>): Promise<Result<void>> {
  try {
    await write()
    return ok(undefined)
  } catch (error) {
    if (isSystemError(error))
      return fail(createError('ASSAY-1007', { where: `${error.path ?? at}: ${error.message}` }))
    throw error
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error
