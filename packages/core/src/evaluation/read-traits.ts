import type { TestCase } from '@assay/contracts'
import type { RunReader } from '../ports/run-store.ts'
import { createIntern } from './create-intern.ts'
import { bandLengths, countWords } from './question-lengths.ts'

/** What figures need of a test case: no texts, so that a run of any size fits into memory. */
export interface CaseTraits extends Pick<
  TestCase,
  'id' | 'type' | 'level' | 'topic' | 'language' | 'tags' | 'clusterKey'
> {
  readonly hasHistory: boolean
  /** Source of the first reference passage. */
  readonly source: string | null
  /** Band of its question's length. */
  readonly length: string
}

/** In the order of the set. */
export async function readTraits(run: Pick<RunReader, 'rows'>): Promise<readonly CaseTraits[]> {
  const sources = new Map<string, string>()
  for await (const context of run.rows('contexts')) sources.set(context.id, context.source)
  const intern = createIntern()
  const words: number[] = []
  const traits: { -readonly [K in keyof CaseTraits]: CaseTraits[K] }[] = []
  for await (const testCase of run.rows('cases')) {
    const { id, type, level, topic, language, tags, clusterKey, history, referenceContexts } = testCase
    words.push(countWords(testCase.question))
    traits.push({
      id,
      type,
      level,
      topic: topic === null ? null : intern(topic),
      language: intern(language),
      tags: tags.length === 0 ? noTags : tags.map(intern),
      clusterKey,
      hasHistory: history.length > 0,
      source: sources.get(referenceContexts[0] ?? '') ?? null,
      length: '',
    })
  }
  const lengthOf = bandLengths(words)
  for (const [index, each] of traits.entries()) each.length = intern(lengthOf(words[index] ?? 0))
  return traits
}

const noTags: string[] = []
