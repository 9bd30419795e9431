import * as z from 'zod'
import { assayErrorSchema } from './assay-error.ts'

/** A document as read from its source, before it is cut. */
export const sourceDocumentSchema = z.object({
  /** Path relative to the knowledge base's root, or the address. With a fragment (`file.jsonl#12`) for a row. */
  source: z.string(),
  title: z.string().nullable(),
  /**
   * The text. Structured formats (HTML, DOCX) are turned into Markdown; Markdown stays as it is; all else is plain.
   * Every span in Assay counts UTF-16 code units in this text.
   */
  text: z.string(),
  format: z.enum(['markdown', 'plain']),
  /** Start of each page in `text`, ascending; absent where there are no pages. */
  pageStarts: z.array(z.number().int().nonnegative()).optional(),
  /** A topic the source itself names (the hub form `{text, topic}`). */
  topic: z.string().optional(),
  /** The id the source itself gives (a frame's index, a hub id): kept for exports. */
  externalId: z.string().optional(),
})
export type SourceDocument = z.infer<typeof sourceDocumentSchema>

export const chunkKindSchema = z.enum(['prose', 'table', 'list', 'code', 'mixed'])

/** A passage: never across headings; `text` is the document's text from `start` to `end`, unchanged. */
export const chunkSchema = z.object({
  /** From its source and content: the same passage keeps its id through a re-sync. */
  id: z.string(),
  documentId: z.string(),
  source: z.string(),
  /** Document title, then the headings above the passage. */
  titlePath: z.array(z.string()),
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  page: z.number().int().positive().nullable(),
  /** ISO 639-1; `null`: not enough text to tell. */
  language: z.string().nullable(),
  tokens: z.number().int().nonnegative(),
  kind: chunkKindSchema,
})
export type Chunk = z.infer<typeof chunkSchema>

export const documentRecordSchema = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string().nullable(),
  format: z.enum(['markdown', 'plain']),
  /** Hash of the text: a re-sync leaves the document alone while it stands. */
  contentHash: z.string(),
  characters: z.number().int().nonnegative(),
  language: z.string().nullable(),
  topic: z.string().optional(),
  externalId: z.string().optional(),
  chunkIds: z.array(z.string()),
})
export type DocumentRecord = z.infer<typeof documentRecordSchema>

export const topicSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Who named it: `terms` (distinctive terms), `model`, or `person` (kept through a re-sync). */
  namedBy: z.enum(['terms', 'model', 'person', 'source']),
  terms: z.array(z.string()),
  chunkIds: z.array(z.string()),
})
export type Topic = z.infer<typeof topicSchema>

export const topicMapSchema = z.object({
  /** `embeddings` or, without an embedder, `tf-idf`. */
  space: z.enum(['embeddings', 'tf-idf', 'source']),
  /** Mean silhouette of the assigned chunks, −1 to 1; `null` with fewer than two topics. */
  silhouette: z.number().nullable(),
  topics: z.array(topicSchema),
  unassigned: z.array(z.string()),
})
export type TopicMap = z.infer<typeof topicMapSchema>

/** `kb.json`: what the knowledge base is and was made from. */
export const knowledgeBaseManifestSchema = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  /** Hash over the chunk ids in order: changes when, and only when, the content does. */
  version: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  sources: z.array(z.string()),
  /** Sources that start with a path are relative to this folder (absolute path). */
  root: z.string(),
  /** Column or path of the text in CSV, JSON and JSON Lines files. */
  textField: z.string().nullable(),
  chunking: z.object({ maxTokens: z.number().int(), overlapTokens: z.number().int() }),
  /** `provider:model` of the vectors, `null`: search by words alone. */
  embedder: z.string().nullable(),
  counts: z.object({ documents: z.number().int(), chunks: z.number().int(), tokens: z.number().int() }),
  /** Sources that could not be read, each with the reason. */
  skipped: z.array(z.object({ source: z.string(), error: assayErrorSchema })),
})
export type KnowledgeBaseManifest = z.infer<typeof knowledgeBaseManifestSchema>
