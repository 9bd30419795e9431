import { splitSentences, type Sentence } from '../split-clauses.ts'
import { readUnit, type Place, type Unit } from './read-unit.ts'

/** A sentence of a source, or two that follow each other. */
export interface Window extends Unit {
  /** Index of the passage it stands in. */
  readonly passage: number
  /** [start, end) in UTF-16 code units of the passage. */
  readonly start: number
  readonly end: number
  readonly sentences: 1 | 2
}

export interface ReadSources {
  readonly windows: readonly Window[]
  /** Everything the sources say, wherever. */
  readonly all: Pick<Unit, 'quantities' | 'dates' | 'names'> & {
    /** In lower case. */
    readonly text: string
    readonly keys: ReadonlySet<string>
  }
}

export function readSources(passages: readonly string[]): ReadSources {
  const single = passages.flatMap((text, passage) =>
    splitSentences(text)
      .filter(({ text: sentence }) => /[\p{L}\p{N}]/u.test(sentence))
      .flatMap(splitJammed)
      .map(({ start, end, text: sentence }): Window => ({
        ...readUnit(sentence),
        passage,
        start,
        end,
        sentences: 1,
      })),
  )
  const pairs = single.flatMap((first, index) => {
    const second = single[index + 1]
    return second?.passage === first.passage && goesOn.test(second.text)
      ? [join(first, second, passages)]
      : []
  })
  return {
    windows: [...single, ...pairs],
    all: {
      text: passages.join('\n').toLowerCase(),
      keys: new Set(single.flatMap(({ keys }) => [...keys.keys()])),
      quantities: single.flatMap(({ quantities, denied }) => [...quantities, ...denied.quantities]),
      dates: single.flatMap(({ dates, denied }) => [...dates, ...denied.dates]),
      names: single.flatMap(({ names }) => names),
    },
  }
}

/** "It ended.Then": joined from two places without a space between. */
function splitJammed({ start, text }: Sentence): readonly Sentence[] {
  const parts: Sentence[] = []
  let from = 0
  for (const match of text.matchAll(/(?<=[\p{Ll}\d)"”]{2}[.!?])(?=\p{Lu}\p{L}*\s)/gu)) {
    parts.push({ start: start + from, end: start + match.index, text: text.slice(from, match.index) })
    from = match.index
  }
  return [...parts, { start: start + from, end: start + text.length, text: text.slice(from) }]
}

/** Speaks on of what the sentence before was about. */
const goesOn = /^(?:it|he|she|they|this|these|its|his|her|their)\b/iu

/** Both as one text; words keep the places of their own sentence, values do not. */
function join(first: Window, second: Window, passages: readonly string[]): Window {
  const by = second.start - first.start
  const moved = <Value extends Place>(value: Value): Value => ({
    ...value,
    start: value.start + by,
    end: value.end + by,
  })
  const keys = new Map(first.keys)
  for (const [key, polarities] of second.keys)
    keys.set(key, new Set([...(keys.get(key) ?? []), ...polarities]))
  return {
    text: passages[first.passage]?.slice(first.start, second.end) ?? '',
    anchors: [...first.anchors, ...second.anchors],
    keys,
    quantities: [...first.quantities, ...second.quantities.map(moved)],
    dates: [...first.dates, ...second.dates.map(moved)],
    denied: {
      quantities: [...first.denied.quantities, ...second.denied.quantities],
      dates: [...first.denied.dates, ...second.denied.dates],
    },
    names: [...first.names, ...second.names],
    order: [...first.order, ...second.order],
    passage: first.passage,
    start: first.start,
    end: second.end,
    sentences: 2,
  }
}
