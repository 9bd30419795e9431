import type { Draw } from './draw.ts'
import type { LabelledText } from './fill-templates.ts'

/** Texts after one another, as mails and chats hold more than one sentence. */
export function joinTexts(texts: readonly LabelledText[], separator: string): LabelledText {
  let text = ''
  const spans: LabelledText['spans'][number][] = []
  for (const part of texts) {
    if (text !== '') text += separator
    for (const [start, end, label] of part.spans) spans.push([start + text.length, end + text.length, label])
    text += part.text
  }
  return { text, spans }
}

/** As it might as well have been written: in lower case, in capitals, without accents, without its full stop. */
export function varyText(labelled: LabelledText, draw: Draw): LabelledText {
  if (draw.chance(0.17)) return rewrite(labelled, lower)
  if (draw.chance(0.06)) return rewrite(labelled, upper)
  if (draw.chance(0.04)) return rewrite(labelled, stripAccents)
  if (draw.chance(0.05)) return rewriteSpans(labelled, lower)
  if (draw.chance(0.04)) return rewriteSpans(labelled, upper)
  return draw.chance(0.15) ? { ...labelled, text: labelled.text.replace(/[.!?]$/, '') } : labelled
}

const lower = (text: string): string => text.toLowerCase()
const upper = (text: string): string => text.toUpperCase()
const stripAccents = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC')

/** Left as it was where its length would change. */
function rewrite(labelled: LabelledText, change: (text: string) => string): LabelledText {
  const text = change(labelled.text)
  return text.length === labelled.text.length ? { ...labelled, text } : labelled
}

function rewriteSpans({ text, spans }: LabelledText, change: (text: string) => string): LabelledText {
  let changed = text
  for (const [start, end] of spans) {
    const words = change(text.slice(start, end))
    if (words.length === end - start) changed = changed.slice(0, start) + words + changed.slice(end)
  }
  return { text: changed, spans }
}
