import type {
  AssayError,
  Chunk,
  DocumentRecord,
  KnowledgeBaseManifest,
  SourceDocument,
} from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { KnowledgeBase } from '../ports/knowledge-base.ts'
import { fail, ok, type Result } from '../result.ts'
import { chunkDocument, documentId, type ChunkingTools } from './chunk-document.ts'
import { diffKnowledgeBases, type KnowledgeBaseChanges } from './diff-knowledge-bases.ts'
import { embedChunks } from './embed-chunks.ts'
import { joinTopics } from './topics/join-topics.ts'

export type KnowledgeBaseSettings = Pick<
  KnowledgeBaseManifest,
  'name' | 'sources' | 'root' | 'textField' | 'chunking'
>

export interface SyncPorts {
  readonly tools: ChunkingTools
  readonly clock: Pick<Clock, 'now'>
  /** `null`: search by words alone. */
  readonly embedder: Embedder | null
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: SyncProgress) => void
}

export type SyncProgress =
  | { readonly step: 'reading'; readonly documents: number; readonly chunks: number }
  | { readonly step: 'embedding'; readonly done: number; readonly total: number }

export interface SyncOutcome {
  readonly knowledgeBase: KnowledgeBase
  readonly changes: KnowledgeBaseChanges
}

/** Failures that stop the whole: the sources are not what the user named, so nothing may be stored. */
const stoppingCodes: ReadonlySet<string> = new Set(['ASSAY-2002', 'ASSAY-2107', 'ASSAY-6006'])

/**
 * Makes the knowledge base of `documents`, re-using from `previous` every document whose text stands. Documents that
 * cannot be read are listed as skipped and keep what was read of them before; a document that is gone is removed.
 * Topics stay, without the chunks that are gone; new chunks join the nearest or stay unassigned. Pure: the caller stores
 * the outcome.
 */
export async function syncKnowledgeBase(
  previous: KnowledgeBase | null,
  settings: KnowledgeBaseSettings,
  documents: AsyncIterable<Result<SourceDocument>>,
  ports: SyncPorts,
): Promise<Result<SyncOutcome>> {
  const read = await readDocuments(documents, {
    ...ports,
    chunking: settings.chunking,
    reuse: createReuse(previous, settings),
  })
  if (!read.ok) return read
  const { entries, skipped } = read.value
  const chunks = entries.flatMap((entry) => entry.chunks)
  if (chunks.length === 0) return fail(nothingRead(skipped))
  const vectors = await embed(chunks, previous, ports)
  if (!vectors.ok) return vectors
  const content = { documents: entries.map((entry) => entry.record), chunks, vectors: vectors.value }
  const kept = keptTopics(previous, chunks)
  const knowledgeBase: KnowledgeBase = {
    manifest: manifestOf(previous, settings, { entries, skipped }, ports),
    ...content,
    topics: kept === null ? null : joinTopics(content, kept, ports.tools.hash),
  }
  return ok({ knowledgeBase, changes: diffKnowledgeBases(previous, knowledgeBase) })
}

interface Entry {
  readonly record: DocumentRecord
  readonly chunks: readonly Chunk[]
}

interface ReadDocuments {
  readonly entries: readonly Entry[]
  readonly skipped: KnowledgeBaseManifest['skipped']
}

/** Documents of the last time by source; empty when they were cut by other rules. */
type Reuse = ReadonlyMap<string, Entry>

function createReuse(previous: KnowledgeBase | null, { chunking }: KnowledgeBaseSettings): Reuse {
  if (previous === null) return new Map()
  const before = previous.manifest.chunking
  const same = before.maxTokens === chunking.maxTokens && before.overlapTokens === chunking.overlapTokens
  if (!same) return new Map()
  const chunks = Map.groupBy(previous.chunks, (chunk) => chunk.documentId)
  return new Map(
    previous.documents.map((record) => [record.source, { record, chunks: chunks.get(record.id) ?? [] }]),
  )
}

interface ReadContext extends SyncPorts {
  readonly chunking: KnowledgeBaseSettings['chunking']
  readonly reuse: Reuse
}

async function readDocuments(
  documents: AsyncIterable<Result<SourceDocument>>,
  context: ReadContext,
): Promise<Result<ReadDocuments>> {
  const entries = new Map<string, Entry>()
  const skipped: { source: string; error: AssayError }[] = []
  let chunks = 0
  for await (const item of documents) {
    if (!item.ok && stoppingCodes.has(item.error.code)) return fail(storedNothing(item.error, entries.size))
    if (!item.ok) skipped.push({ source: sourceOf(item.error), error: item.error })
    const entry = item.ok ? toEntry(item.value, context) : context.reuse.get(sourceOf(item.error))
    if (entry === undefined || entries.has(entry.record.source)) continue
    entries.set(entry.record.source, entry)
    chunks += entry.chunks.length
    context.onProgress?.({ step: 'reading', documents: entries.size, chunks })
  }
  return ok({ entries: [...entries.values()], skipped })
}

function toEntry(document: SourceDocument, { reuse, chunking, tools }: ReadContext): Entry {
  const { source, title, format, text, topic, externalId } = document
  const contentHash = tools.hash(JSON.stringify([format, title, document.pageStarts ?? null, text]))
  const labels = { ...(topic !== undefined && { topic }), ...(externalId !== undefined && { externalId }) }
  const before = reuse.get(source)
  if (before?.record.contentHash === contentHash) {
    const { topic: _topic, externalId: _externalId, ...record } = before.record
    return { record: { ...record, ...labels }, chunks: before.chunks }
  }
  const { chunks, language } = chunkDocument(document, chunking, tools)
  const record: DocumentRecord = {
    id: documentId(source, tools.hash),
    source,
    title,
    format,
    contentHash,
    characters: text.length,
    language,
    ...labels,
    chunkIds: chunks.map((chunk) => chunk.id),
  }
  return { record, chunks }
}

/** Readers begin `where` with the source; a line may follow. */
const sourceOf = (error: AssayError): string =>
  (error.where ?? 'unknown source').replace(/, (?:line|page) \d+$/, '')

const storedNothing = (error: AssayError, read: number): AssayError => ({
  ...error,
  so:
    error.so ??
    `${read} ${read === 1 ? 'document was' : 'documents were'} read before it; nothing was stored`,
})

function nothingRead(skipped: ReadDocuments['skipped']): AssayError {
  const reasons = skipped.slice(0, 3).map(({ source, error }) => `${source}: ${error.message}`)
  return createError('ASSAY-2004', reasons.length === 0 ? {} : { where: reasons.join('; ') })
}

async function embed(
  chunks: readonly Chunk[],
  previous: KnowledgeBase | null,
  { embedder, signal, onProgress }: SyncPorts,
): Promise<Result<readonly Float32Array[] | null>> {
  if (embedder === null) return ok(null)
  return embedChunks(chunks, previous, embedder, {
    ...(signal !== undefined && { signal }),
    onProgress: (done, total) => onProgress?.({ step: 'embedding', done, total }),
  })
}

function manifestOf(
  previous: KnowledgeBase | null,
  settings: KnowledgeBaseSettings,
  { entries, skipped }: ReadDocuments,
  { clock, embedder, tools }: SyncPorts,
): KnowledgeBaseManifest {
  const now = new Date(clock.now()).toISOString()
  const chunks = entries.flatMap((entry) => entry.chunks)
  return {
    schemaVersion: 1,
    ...settings,
    version: tools.hash(chunks.map((chunk) => chunk.id).join('\n')).slice(0, 16),
    createdAt: previous?.manifest.createdAt ?? now,
    updatedAt: now,
    embedder: embedder?.id ?? null,
    counts: {
      documents: entries.length,
      chunks: chunks.length,
      tokens: chunks.reduce((sum, chunk) => sum + chunk.tokens, 0),
    },
    skipped: [...skipped],
  }
}

/** Topics without the chunks that are gone; new chunks are unassigned at first. */
function keptTopics(previous: KnowledgeBase | null, chunks: readonly Chunk[]): KnowledgeBase['topics'] {
  const before = previous?.topics ?? null
  if (before === null) return null
  const left = new Set(chunks.map((chunk) => chunk.id))
  const topics = before.topics
    .map((topic) => ({ ...topic, chunkIds: topic.chunkIds.filter((id) => left.has(id)) }))
    .filter((topic) => topic.chunkIds.length > 0 || topic.namedBy === 'person')
  const assigned = new Set(topics.flatMap((topic) => topic.chunkIds))
  return { ...before, topics, unassigned: [...left].filter((id) => !assigned.has(id)) }
}
