import type { DetectedSpan } from '../ports/detector.ts'

/**
 * `label`: `<EMAIL>`. `characters`: each letter and digit a dot, so that length and form stay. `numbered`: `<EMAIL_1>`,
 * the same for the same value, which `unmask` turns back.
 */
export type MaskStyle = 'label' | 'characters' | 'numbered'

/** What each placeholder stands for. */
export type MaskedValues = ReadonlyMap<string, string>

export interface MaskedText {
  readonly text: string
  /** Of numbered placeholders only; those of `known` are among them. */
  readonly values: MaskedValues
}

export interface MaskOptions {
  readonly style: MaskStyle
  /** Of texts masked before: their values keep their placeholders, and new ones count on. */
  readonly known?: MaskedValues
}

/** The text with each span replaced. Of spans that overlap the first counts; those out of the text are left out. */
export function maskSpans(
  text: string,
  spans: readonly DetectedSpan[],
  { style, known = new Map() }: MaskOptions,
): MaskedText {
  const numbering = createNumbering(text, known)
  let [masked, end] = ['', 0]
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < end || span.end <= span.start || span.end > text.length) continue
    const value = text.slice(span.start, span.end)
    masked += text.slice(end, span.start) + replacementOf(value, span.label)
    end = span.end
  }
  return { text: masked + text.slice(end), values: numbering.values }

  function replacementOf(value: string, label: string): string {
    if (style === 'characters') return value.replaceAll(/[\p{L}\p{N}\p{M}]/gu, '•')
    return style === 'label' ? `<${toName(label)}>` : numbering.placeholderOf(value, toName(label))
  }
}

/** The text that was masked, from its masked form and the values of its placeholders; exact unless one of `known` stood in it. */
export const unmask = (masked: string, values: MaskedValues): string =>
  masked.replaceAll(placeholder, (found) => values.get(found) ?? found)

const placeholder = /<[A-Z0-9_]+_\d+>/g

const toName = (label: string): string => label.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_') || 'VALUE'

/** Placeholders that stand in the text itself are never given: what they stand for could not be told from it. */
function createNumbering(text: string, known: MaskedValues) {
  const values = new Map(known)
  const given = new Map([...known].map(([name, value]) => [keyOf(value, name), name]))
  const taken = new Set([...(text.match(placeholder) ?? []), ...known.keys()])
  const counts = new Map<string, number>()
  const placeholderOf = (value: string, name: string): string => {
    const key = keyOf(value, `<${name}_0>`)
    const found = given.get(key)
    if (found !== undefined) return found
    let count = counts.get(name) ?? 0
    do count += 1
    while (taken.has(`<${name}_${count}>`))
    counts.set(name, count)
    const made = `<${name}_${count}>`
    given.set(key, made)
    values.set(made, value)
    return made
  }
  return { values, placeholderOf }
}

/** The same value under another label is another. */
const keyOf = (value: string, name: string): string => `${name.replace(/_\d+>$/, '')} ${value}`
