import { jsonrepair } from 'jsonrepair'

export interface ParsedReply {
  readonly value: unknown
  /** `none`: plain JSON. `unwrapped`: taken out of a fenced block or prose. `mended`: broken JSON made whole. */
  readonly repair: 'none' | 'unwrapped' | 'mended'
}

/**
 * The JSON object or array in a model's reply; `null` when there is none. Mends what models get wrong (quotes, commas,
 * comments, Python's words) but never closes what the text leaves open: an answer that was cut off stays unread.
 */
export function parseJsonReply(text: string): ParsedReply | null {
  const whole = text.trim()
  const strict = parseStrict(whole)
  if (strict !== undefined) return { value: strict, repair: 'none' }
  const parts = jsonParts(whole)
  for (const part of parts) {
    const value = parseStrict(part)
    if (value !== undefined) return { value, repair: 'unwrapped' }
  }
  for (const part of parts) {
    const value = mend(part)
    if (value !== undefined) return { value, repair: 'mended' }
  }
  return null
}

/** Objects and arrays only: a bare number or word is no structured answer. */
function parseStrict(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** Fenced blocks, then everything from the first bracket to the last one. */
function jsonParts(text: string): readonly string[] {
  const blocks = [...text.matchAll(/```[\w-]*\s*\n?([\s\S]*?)```/g)].map((match) => (match[1] ?? '').trim())
  const start = text.search(/[{[]/)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  const outer = start !== -1 && end > start ? [text.slice(start, end + 1)] : []
  return [...blocks.filter((block) => /^[{[]/.test(block)), ...outer]
}

function mend(text: string): unknown {
  try {
    const value = parseStrict(jsonrepair(text))
    return value !== undefined && countClosing(JSON.stringify(value)) <= countClosing(text)
      ? value
      : undefined
  } catch {
    return undefined
  }
}

/** Brackets inside of strings are in both counts. */
const countClosing = (text: string): number => text.match(/[}\]]/g)?.length ?? 0
