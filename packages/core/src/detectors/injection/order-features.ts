import type { LinearModel } from '../classifier/linear-model.ts'
import { contentStems } from '../../judging/rules/read-words.ts'
import { isWordy } from './is-wordy.ts'
import type { Segment } from './split-segments.ts'

/** A segment as evidence: how much of an order it is, and how little it belongs where it stands. */
export interface OrderEvidence {
  readonly segment: Segment
  /** Each as `places` of the models weighs it; the first are the log odds that the sentence asks a model for something. */
  readonly features: readonly number[]
}

const refersToText =
  /\b(?:th(?:is|ese|at) (?:\w+ )?(?:table|text|list|document|e-?mail|mail|message|code|data|page|article|record|log|function|program|script|query|one|paragraph|sentence|error|file|image|review|numbers?|values?)|(?:the )?(?:above|below)|attached|the (?:table|email|code|text|passage|article))\b/i

/** Texts with many segments have the middle ones left out: orders stand at ends or are found by windows. */
const maxSegments = 400

/** One for each segment that could be an order. */
export function describeOrders(
  all: readonly Segment[],
  model: LinearModel,
  task: string | undefined,
): readonly OrderEvidence[] {
  const segments = all.length > maxSegments ? [...all.slice(0, 200), ...all.slice(-200)] : all
  const logits = segments.map(({ text, form, isHeld }) =>
    (form === 'prose' || isHeld) && isWordy(text) ? model.logit(text) : Number.NEGATIVE_INFINITY,
  )
  const words = segments.map(({ text }) => new Set(contentStems(text)))
  const counts = countSegmentsWith(segments, words)
  const shape = shapeOf(segments)
  const hasHeadings = segments.some(({ form }) => form === 'heading')
  const taskWords = new Set(contentStems(task ?? ''))
  return segments.flatMap((segment, index) => {
    const logit = logits[index] ?? Number.NEGATIVE_INFINITY
    if (logit === Number.NEGATIVE_INFINITY) return []
    const own = words[index] ?? new Set()
    const others = logits.filter((other, at) => at !== index && other > Number.NEGATIVE_INFINITY)
    return [
      {
        segment,
        features: [
          logit,
          // How far it is above the other sentences.
          logit - Math.max(-4, ...others),
          // How many of its content words the rest of the text does not have, and how many the user's task has.
          shareOf(own, (word) => (counts.get(word) ?? 0) <= 1),
          shareOf(own, (word) => taskWords.has(word)),
          refersToText.test(segment.text) ? 1 : 0,
          // Prose among rows or code.
          segment.form === 'prose' ? shape : 0,
          segment.isHeld ? 1 : 0,
          index === 0 || index === segments.length - 1 ? 1 : 0,
          // How many of the other sentences are orders too.
          others.filter((other) => other > 0).length / Math.max(1, others.length),
          hasHeadings ? 1 : 0,
        ],
      },
    ]
  })
}

function shareOf(words: ReadonlySet<string>, test: (word: string) => boolean): number {
  return words.size === 0 ? 0 : [...words].filter(test).length / words.size
}

/** In how many segments a word stands; what a segment holds counts with it. */
function countSegmentsWith(
  segments: readonly Segment[],
  words: readonly ReadonlySet<string>[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [index, own] of words.entries())
    if (!segments[index]?.isHeld) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** How far the rows and lines of code outnumber the rest, 0 to 1. */
const shapeOf = (segments: readonly Segment[]): number =>
  Math.max(
    0,
    (2 * segments.filter(({ form }) => form === 'row' || form === 'code').length) / segments.length - 1,
  )
