import type { AssayError, Topic, TopicMap } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import type { ModelCaller } from '../../ports/model-caller.ts'
import { nameTopicPrompt } from '../../prompts/name-topic.data.ts'
import { askForJson } from '../../structured-output/ask-for-json.ts'
import { topicText, type TopicChunk } from './topic-text.ts'

/** Passages shown of each topic, spread over it, and characters of each. */
const SHOWN = 8
const CHARACTERS = 600

export interface ModelNames {
  readonly map: TopicMap
  /** Topics that keep the name of their terms, and why. */
  readonly failed: readonly { readonly topic: string; readonly error: AssayError }[]
}

/** Topics whose name a person or the documents gave are left alone; so is one that a model cannot name. One call a topic. */
export async function nameTopicsByModel(
  map: TopicMap,
  chunks: readonly TopicChunk[],
  { model, hash }: { readonly model: ModelCaller; readonly hash: Hash },
): Promise<ModelNames> {
  const byId = new Map(chunks.map((chunk) => [chunk.id, chunk]))
  const failed: { topic: string; error: AssayError }[] = []
  const taken = new Set(map.topics.filter(isFixed).map(({ name }) => name.toLowerCase()))
  const topics: Topic[] = []
  for (const topic of map.topics) {
    const named = isFixed(topic) ? null : await askName(topic, byId, { model, hash })
    if (named !== null && !named.ok) failed.push({ topic: topic.id, error: named.error })
    const name = named?.ok === true ? named.value.value.name.trim() : ''
    const isNew = name !== '' && !taken.has(name.toLowerCase())
    if (isNew) taken.add(name.toLowerCase())
    topics.push(isNew ? { ...topic, name, namedBy: 'model' } : topic)
  }
  return { map: { ...map, topics }, failed }
}

const isFixed = ({ namedBy }: Topic): boolean => namedBy === 'person' || namedBy === 'source'

function askName(
  { terms, chunkIds }: Topic,
  chunks: ReadonlyMap<string, TopicChunk>,
  { model, hash }: { readonly model: ModelCaller; readonly hash: Hash },
) {
  const step = Math.max(1, Math.floor(chunkIds.length / SHOWN))
  const shown = chunkIds.filter((_, index) => index % step === 0).slice(0, SHOWN)
  const passages = shown.flatMap((id, index) => {
    const chunk = chunks.get(id)
    if (chunk === undefined) return []
    const text = [chunk.titlePath.join(' > '), topicText(chunk).slice(0, CHARACTERS)].join('\n')
    return [{ label: `p${index + 1}`, text }]
  })
  const fencedTerms = [{ label: 'terms', text: terms.join(', ') }]
  return askForJson(
    model,
    nameTopicPrompt,
    { passages, terms: fencedTerms },
    { hash, temperature: 0, check: checkName },
  )
}

const checkName = ({ name }: { readonly name: string }): string | null =>
  name.trim() === '' || name.length > 60 || name.trim().split(/\s+/).length > 6
    ? 'name: one to five words were asked for'
    : null
