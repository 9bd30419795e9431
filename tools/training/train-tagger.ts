import { writeFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describeTokens } from '../../packages/core/src/detectors/pii/tagger/describe-tokens.ts'
import {
  openNameLists,
  packNameLists,
  listNames,
  type ListName,
} from '../../packages/core/src/detectors/pii/tagger/name-lists.ts'
import { readTokens } from '../../packages/core/src/detectors/pii/tagger/read-tokens.ts'
import { tags, type PackedModel } from '../../packages/core/src/detectors/pii/tagger/tagger-model.ts'
import { tokenFeatures } from '../../packages/core/src/detectors/pii/tagger/token-features.ts'
import { createDraw, type Draw } from './train-tagger/draw.ts'
import type { LabelledText } from './train-tagger/fill-templates.ts'
import { readSourceLists, taggerLists } from './train-tagger/source-lists.ts'
import {
  countFeatures,
  keepStrongest,
  trainCrf,
  type CrfWeights,
  type TaggedText,
} from './train-tagger/train-crf.ts'
import { makeTrainingTexts, readSilver } from './train-tagger/training-texts.ts'

/**
 * Trains the tagger of names and addresses and writes its weights: after fetch-name-lists.py and train-tagger-silver.py,
 *
 *     node --max-old-space-size=12000 tools/training/train-tagger.ts
 *
 * The same lists give the same weights. Sizes are chosen for a file under 300 kB.
 */
const featureCount = 12_500
const listBytes = 106_000
/** Words of every list that training does not let the tagger know, so that it learns to do without. */
const hiddenShare = 0.3
const out = 'packages/core/src/detectors/pii/tagger/weights.json'

function main(): void {
  const draw = createDraw(20)
  const source = readSourceLists()
  const silver = readSilver()
  const lists = taggerLists(source, countLowerCased(silver))
  for (const name of listNames) console.log(name, lists[name].length)
  const texts = makeTrainingTexts(source, silver, draw)
  const known = openNameLists(packNameLists(hideSome(lists, draw), Math.round(listBytes * (1 - hiddenShare))))
  const tagged = texts.map(({ text, spans }): TaggedText => {
    const tokens = readTokens(text)
    return { features: tokenFeatures(describeTokens(tokens, known)), tags: tagTokens(tokens, spans) }
  })
  console.log(
    `${String(texts.length)} texts, ${String(tagged.reduce((sum, text) => sum + text.tags.length, 0))} tokens`,
  )
  const features = countFeatures(tagged, 6)
  console.log(`${String(features.length)} features`)
  const all = trainCrf(tagged, features, { epochs: 2, rate: 0.15, dropout: 0.1 }, draw)
  const many = retrain(keepStrongest(all, tagged, 3 * featureCount), tagged, 1, draw)
  const trained = retrain(keepStrongest(many, tagged, featureCount), tagged, 2, draw)
  writeFileSync(out, JSON.stringify(pack(trained, packNameLists(lists, listBytes))) + '\n')
}

const retrain = (from: CrfWeights, tagged: readonly TaggedText[], epochs: number, draw: Draw): CrfWeights =>
  trainCrf(tagged, from.features, { epochs, rate: 0.1, dropout: 0.05, from }, draw)

/** How often each folded word stands in lower case in running text. */
function countLowerCased(texts: readonly LabelledText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of texts)
    for (const { key, text: word } of readTokens(text))
      if (/^\p{Ll}/u.test(word)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function hideSome(
  lists: Readonly<Record<ListName, readonly string[]>>,
  draw: Draw,
): Readonly<Record<ListName, readonly string[]>> {
  const left = (name: ListName): readonly string[] =>
    lists[name].filter(() => !draw.chance(name === 'nationality' ? 0.1 : hiddenShare))
  return {
    first: left('first'),
    last: left('last'),
    place: left('place'),
    nationality: left('nationality'),
    common: left('common'),
  }
}

function tagTokens(tokens: ReturnType<typeof readTokens>, spans: LabelledText['spans']): Uint8Array {
  const tagged = new Uint8Array(tokens.length)
  let next = 0
  tokens.forEach(({ start, end }, at) => {
    while (next < spans.length && (spans[next]?.[1] ?? 0) <= start) next++
    const [from, to, label] = spans[next] ?? [Infinity, 0, '']
    if (end <= from || start >= to) return
    const began = at > 0 && (tokens[at - 1]?.end ?? 0) > from
    const name = label === 'title' || label === 'nationality' ? label : `${began ? 'I' : 'B'}-${label}`
    tagged[at] = tags.findIndex((tag) => tag === name)
  })
  return tagged
}

function pack({ features, weights, transitions }: CrfWeights, lists: Uint8Array<ArrayBuffer>): PackedModel {
  const width = tags.length
  const order = features
    .map((_, row) => row)
    .toSorted((one, other) => (features[one] ?? 0) - (features[other] ?? 0))
  const sorted = order.map((row) => features[row] ?? 0)
  const steps = Uint16Array.from(sorted, (feature, row) => feature - (sorted[row - 1] ?? 0))
  const scale = 4 / 100
  const bytes = Int8Array.from(
    order.flatMap((row) => [...weights.subarray(row * width, (row + 1) * width)]),
    (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))),
  )
  return {
    features: deflate(steps.buffer),
    weights: deflate(bytes.buffer),
    scale,
    transitions: Array.from({ length: width + 1 }, (_, from) =>
      Array.from({ length: width }, (__, to) => round(transitions[from * width + to] ?? 0)),
    ),
    lists: deflate(lists.buffer),
  }
}

const deflate = (bytes: ArrayBuffer): string => deflateRawSync(bytes, { level: 9 }).toString('base64')
const round = (value: number): number => Math.round(value * 1000) / 1000

main()
