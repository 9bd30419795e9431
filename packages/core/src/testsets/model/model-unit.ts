import type { Chunk, QuestionType } from '@assay/contracts'
import type { GenerationOptions, GenerationUnit } from '../generator.ts'

/** A few passages that one generation call sees, with the labels it knows them by. */
export interface Neighbourhood {
  /** `n1`, `n2`: unique in its unit. */
  readonly label: string
  readonly type: QuestionType
  /** Candidates to write. */
  readonly count: number
  readonly passages: readonly Passage[]
  /** ISO 639-1 of the questions to write. */
  readonly language: string
}

export interface Passage {
  /** `p1`, `p2`. */
  readonly label: string
  readonly chunk: Chunk
}

/** Neighbourhoods of different documents, so that their questions may share a closed-book call. */
export interface ModelUnit extends GenerationUnit {
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly options: GenerationOptions
}

export const candidatesPerCall = 4
export const neighbourhoodsPerUnit = 4

export const toPassages = (chunks: readonly Chunk[]): readonly Passage[] =>
  chunks.map((chunk, index) => ({ label: `p${index + 1}`, chunk }))
