import { jsonrepair } from 'jsonrepair'

export interface ParsedReply {
  readonly value: unknown
  /** `none`: plain JSON. `unwrapped`: taken out of a fenced block or prose. `mended`: broken JSON made whole. */
  readonly repair: 'none' | 'unwrapped' | 'mended'
}

/**
 * The JSON object or array in a model's reply; `null` when there is none, or several that differ: one may be quoted from
 * what was judged. Mends what models get wrong (quotes, commas, comments, Python's words) but never closes what the text
 * leaves open: an answer that was cut off stays unread.
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

const fencedBlock = /```[\w-]*\s*\n?([\s\S]*?)```/g

/** The fenced block, then everything from the first bracket to the last one; nothing where it is open which is meant. */
function jsonParts(text: string): readonly string[] {
  const blocks = [...text.matchAll(fencedBlock)]
    .map((match) => (match[1] ?? '').trim())
    .filter((block) => /^[{[]/.test(block))
  const outside = blocks.length === 0 ? [] : outerPart(text.replaceAll(fencedBlock, ''))
  const isOpen = new Set(blocks).size > 1 || outside.some(isObject)
  return isOpen ? [] : [...blocks, ...outerPart(text)]
}

/** A list outside a block is a citation mark more often than an answer. */
const isObject = (part: string): boolean => part.startsWith('{') && parseStrict(part) !== undefined

function outerPart(text: string): readonly string[] {
  const start = text.search(/[{[]/)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  return start !== -1 && end > start ? [text.slice(start, end + 1)] : []
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
