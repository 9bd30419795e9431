import type { DetectedSpan } from '../../../ports/detector.ts'
import { decodeTags, type DecodedTags } from './decode-tags.ts'
import { describeTokens } from './describe-tokens.ts'
import { readTokens, type Token } from './read-tokens.ts'
import { cutHash, openModel, tags, type TaggerModel } from './tagger-model.ts'
import { tokenFeatures } from './token-features.ts'

/**
 * Names of persons, places and organisations, postal addresses, titles and nationalities, in the order of the text, none
 * over another. The score is how likely the span names anything, at least 0.5.
 */
export async function tagEntities(text: string): Promise<readonly DetectedSpan[]> {
  model ??= import('./weights.json', { with: { type: 'json' } }).then(({ default: packed }) =>
    openModel(packed),
  )
  const tagger = await model
  const tokens = readTokens(text)
  return toSpans(tokens, decodeTags(scoreTokens(tagger, tokens), tagger.transitions))
}

let model: Promise<TaggerModel> | undefined

function scoreTokens({ lists, rows, weights, scale }: TaggerModel, tokens: readonly Token[]): Float32Array {
  const width = tags.length
  const scores = new Float32Array(tokens.length * width)
  const sums = new Int32Array(width)
  tokenFeatures(describeTokens(tokens, lists)).forEach((features, at) => {
    sums.fill(0)
    for (const feature of features) {
      const row = rows.rowOf(cutHash(feature))
      if (row !== -1) addRow(sums, weights, row * width)
    }
    sums.forEach((sum, tag) => (scores[at * width + tag] = sum * scale))
  })
  return scores
}

function addRow(sums: Int32Array, weights: Int8Array, from: number): void {
  for (let tag = 0; tag < sums.length; tag++) sums[tag] = (sums[tag] ?? 0) + (weights[from + tag] ?? 0)
}

function toSpans(tokens: readonly Token[], { best, named }: DecodedTags): readonly DetectedSpan[] {
  const spans: DetectedSpan[] = []
  for (let at = 0; at < tokens.length; at++) {
    const label = labelOf(best[at])
    if (label === null) continue
    let last = at
    while (goesOn(tags[best[last + 1] ?? 0], label, tokens[last + 1])) last++
    const score = named.subarray(at, last + 1).reduce((sum, value) => sum + value, 0) / (last + 1 - at)
    const [start, end] = [tokens[at]?.start ?? 0, tokens[last]?.end ?? 0]
    if (score >= 0.5) spans.push({ start, end, label, score })
    at = last
  }
  return spans
}

/** A sign that follows without a blank belongs to a title or nationality: the stop of `Dr.`, whatever its tag. */
const goesOn = (tag: string | undefined, label: string, token: Token | undefined): boolean =>
  tag === `I-${label}` ||
  (token?.spaced === false && (tag === label || (label === 'title' && token.text === '.')))

/** `null`: nothing begins here. */
function labelOf(tag: number | undefined): string | null {
  const name = tags[tag ?? 0] ?? 'O'
  return name === 'O' ? null : name.replace(/^[BI]-/, '')
}
