import type { Configuration, RunManifest, SourceDocument, TargetConfiguration } from '@assay/contracts'
import type {
  CallCache,
  Clock,
  Embedder,
  Hash,
  KnowledgeBaseStore,
  LanguageModel,
  PriceBook,
  RawRunRows,
  Result,
  RunStoreFactory,
  Target,
  UserCode,
  TokenScorer,
} from '@assay/core'
import type { ChunkingTools } from '@assay/core/knowledge'

export interface ReadSourcesOptions {
  readonly sources: readonly string[]
  readonly root: string
  readonly textField: string | null
  readonly skipBadRows: boolean
  readonly signal: AbortSignal
}

export interface TextSink {
  write(text: string): Promise<void>
  commit(): Promise<void>
  /** Removes what was not committed. Safe to call after `commit`. */
  discard(): Promise<void>
}

/** Everything a command works with: the stores of one folder, the outside world, time and chance. Built in `compose.ts`. */
export interface Workspace {
  readonly configuration: Configuration
  /** The folder of the configuration: `.assay/` lies in it, and its paths are relative to it. */
  readonly folder: string
  readonly runs: RunStoreFactory
  readonly knowledgeBases: KnowledgeBaseStore
  readonly cache: CallCache
  readonly clock: Clock
  readonly random: () => number
  readonly hash: Hash
  readonly prices: PriceBook
  /** Of the next run that is made. */
  newRunId(): string
  /** A run's rows as they are sent elsewhere: by its name, its id, or the path of its folder. */
  readRawRun(id: string): Promise<Result<{ readonly manifest: RunManifest; readonly rows: RawRunRows }>>
  runFolder(name: string): string
  removeRun(name: string): Promise<void>
  /** Text of a file, relative to the folder; `null`: it is not there. */
  readText(file: string): Promise<string | null>
  /** Line by line; `-` is standard input. */
  readLines(file: string): Promise<Result<AsyncIterable<string>>>
  /** A file that is there whole once it is committed, or standard output for `-`. */
  openText(file: string): Promise<Result<TextSink>>
  /** Writes whole or not at all. */
  writeText(file: string, text: string): Promise<Result<void>>
  /** Behind what stands there already. */
  appendText(file: string, text: string): Promise<Result<void>>
  openModel(
    id: string,
    options?: {
      readonly batch?: string | undefined
      /** Only named, never asked: no key is needed. */
      readonly isNamedOnly?: boolean | undefined
    },
  ): Promise<Result<LanguageModel>>
  /** Whether what the model is asked stays on this machine. */
  isLocalModel(id: string): Promise<boolean>
  openEmbedder(id: string): Promise<Result<Embedder>>
  /** Fails with ASSAY-8001 to 8004 where the local models are not there. */
  openTokenScorer(): Promise<Result<TokenScorer>>
  openTarget(name: string, settings: TargetConfiguration): Promise<Result<Target>>
  /** Runs users' functions in processes of their own; close it to end them. */
  openUserCode(): Promise<UserCode & { close(): Promise<void> }>
  readSources(options: ReadSourcesOptions): AsyncIterable<Result<SourceDocument>>
  chunkingTools(): Promise<ChunkingTools>
}
