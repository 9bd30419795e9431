import { readFile } from 'node:fs/promises'
import { Tokenizer } from '@huggingface/tokenizers'
import { createError, fail, ok, type Embedder } from '@assay/core'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { countThreads } from './count-threads.ts'

/** The model was trained on 256 tokens; what is longer is cut, as sentence-transformers does. */
const longestTokens = 256
/** Weights alone are int8, so a text's vector does not depend on its batch. */
const textsPerBatch = 16

interface LoadedMiniLm {
  readonly encode: (text: string) => readonly number[]
  readonly run: (batch: readonly (readonly number[])[]) => Promise<readonly Float32Array[]>
}

/** all-MiniLM-L6-v2 in this process: mean pooling over the attention mask, 384 dimensions, length 1. */
export function createMiniLmEmbedder(files: {
  readonly weights: string
  readonly tokenizer: string
}): Embedder {
  let loading: Promise<LoadedMiniLm> | null = null
  return {
    id: 'local:minilm',
    async embed(texts, signal) {
      loading ??= load(files)
      const { encode, run } = await loading
      const encoded = texts.map((text, index) => ({ ids: encode(text), index }))
      // Texts of like length share a batch, so that little is padded.
      encoded.sort((a, b) => a.ids.length - b.ids.length)
      const vectors: Float32Array[] = texts.map(() => new Float32Array())
      for (let at = 0; at < encoded.length; at += textsPerBatch) {
        if (signal?.aborted) return fail(createError('ASSAY-5003', { where: 'local:minilm' }))
        const batch = encoded.slice(at, at + textsPerBatch)
        const found = await run(batch.map(({ ids }) => ids))
        for (const [place, vector] of found.entries()) vectors[batch[place]?.index ?? 0] = vector
      }
      return ok(vectors)
    },
  }
}

async function load(files: { readonly weights: string; readonly tokenizer: string }): Promise<LoadedMiniLm> {
  // Loaded here, because the native library costs memory as soon as it is imported.
  const { InferenceSession: Session, Tensor: OrtTensor } = await import('onnxruntime-node')
  const definition: unknown = JSON.parse(await readFile(files.tokenizer, 'utf8'))
  const tokenizer = new Tokenizer(Object(definition), { tokenizer_class: 'BertTokenizer' })
  const session = await Session.create(files.weights, {
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    intraOpNumThreads: countThreads(),
  })
  return {
    encode: (text) => cutTokens(tokenizer.encode(text).ids),
    run: (batch) => runBatch({ session, Tensor: OrtTensor }, batch),
  }
}

/** Keeps the closing `[SEP]`. */
const cutTokens = (ids: readonly number[]): readonly number[] =>
  ids.length <= longestTokens ? ids : [...ids.slice(0, longestTokens - 1), ids.at(-1) ?? 0]

interface Runtime {
  readonly session: InferenceSession
  readonly Tensor: typeof Tensor
}

async function runBatch(
  { session, Tensor: OrtTensor }: Runtime,
  batch: readonly (readonly number[])[],
): Promise<readonly Float32Array[]> {
  const width = Math.max(...batch.map((ids) => ids.length))
  const dims = [batch.length, width]
  const fill = (value: (ids: readonly number[], column: number) => bigint) =>
    BigInt64Array.from({ length: batch.length * width }, (_, at) =>
      value(batch[Math.floor(at / width)] ?? [], at % width),
    )
  const outputs = await session.run({
    input_ids: new OrtTensor(
      'int64',
      fill((ids, column) => BigInt(ids[column] ?? 0)),
      dims,
    ),
    attention_mask: new OrtTensor(
      'int64',
      fill((ids, column) => (column < ids.length ? 1n : 0n)),
      dims,
    ),
    token_type_ids: new OrtTensor('int64', new BigInt64Array(batch.length * width), dims),
  })
  const states = outputs['last_hidden_state']
  if (states === undefined || !(states.data instanceof Float32Array))
    throw new Error('bug: the embedding model has another output')
  const values = states.data
  const size = values.length / (batch.length * width)
  return batch.map((ids, row) => poolMean(values.subarray(row * width * size), ids.length, size))
}

/** The mean of the first `count` token vectors, scaled to length 1. */
function poolMean(states: Float32Array, count: number, size: number): Float32Array {
  const mean = new Float32Array(size)
  for (let at = 0; at < count * size; at += 1) mean[at % size] = (mean[at % size] ?? 0) + (states[at] ?? 0)
  const length = Math.hypot(...mean) || 1
  return mean.map((value) => value / length)
}
