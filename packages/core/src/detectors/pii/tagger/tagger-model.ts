import { indexFeatures, type FeatureRows } from './feature-rows.ts'
import { openNameLists, type NameLists } from './name-lists.ts'

/** `title` and `nationality` are of one word each; the others begin and go on. */
export const tags = [
  'O',
  'B-person',
  'I-person',
  'B-organization',
  'I-organization',
  'B-location',
  'I-location',
  'B-address',
  'I-address',
  'title',
  'nationality',
] as const

/** The model as it is kept: texts are bytes, deflated, in base64. */
export interface PackedModel {
  /** Hashes of the features that have weights, cut to 24 bits, sorted: the step from each to the next in 16 bits. */
  readonly features: string
  /** One signed byte for each feature and tag. */
  readonly weights: string
  /** What one step of a weight is worth. */
  readonly scale: number
  /** From one tag (row) to the next (column); the last row is for the start of a text. */
  readonly transitions: readonly (readonly number[])[]
  /** Bloom filter of the lists. */
  readonly lists: string
}

export interface TaggerModel {
  readonly lists: NameLists
  /** Row of `weights` for a feature, by its hash cut to 24 bits. */
  readonly rows: FeatureRows
  readonly weights: Int8Array
  readonly scale: number
  readonly transitions: readonly (readonly number[])[]
}

export const cutHash = (hash: number): number => hash >>> 8

export async function openModel(packed: PackedModel): Promise<TaggerModel> {
  let feature = 0
  const hashes = Int32Array.from(new Uint16Array(await inflate(packed.features)), (step) => (feature += step))
  return {
    lists: openNameLists(new Uint8Array(await inflate(packed.lists))),
    rows: indexFeatures(hashes),
    weights: new Int8Array(await inflate(packed.weights)),
    scale: packed.scale,
    transitions: packed.transitions,
  }
}

function inflate(packed: string): Promise<ArrayBuffer> {
  const bytes = new Blob([Uint8Array.fromBase64(packed)]).stream()
  return new Response(bytes.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer()
}
