import { decodings } from './decodings.ts'

/** A text that another text hides. */
export interface HiddenText {
  readonly text: string
  /** Where it hides: [start, end) of the text that was given. */
  readonly start: number
  readonly end: number
  /** How: `base64`, `html-comment`, …; layers from the outermost: `base64/rot13`. */
  readonly encoding: string
}

/** Layers that are opened. */
const maxDepth = 3
const maxPieces = 64
/** Of all that was decoded, in UTF-16 units, over the length of the text. */
const maxGrowth = 4

/** What stands in the text but does not show as it stands: encoded, backwards, in comments or in elements that do not show. */
export function decodeHidden(text: string): readonly HiddenText[] {
  const found: HiddenText[] = []
  let room = text.length * maxGrowth
  let layer: readonly HiddenText[] = [{ text, start: 0, end: text.length, encoding: '' }]
  for (let depth = 0; depth < maxDepth && layer.length > 0; depth += 1) {
    const next = layer.flatMap((outer) => decodeLayer(outer, depth === 0))
    layer = next.slice(0, maxPieces - found.length).filter((piece) => {
      room -= piece.text.length
      return room >= 0
    })
    found.push(...layer)
  }
  return found
}

const isOwnInverse = (encoding: string): boolean => encoding === 'rot13' || encoding === 'backwards'

function decodeLayer(outer: HiddenText, isOutermost: boolean): readonly HiddenText[] {
  return decodings.flatMap(({ encoding, decode }) =>
    isOwnInverse(encoding) && outer.encoding.endsWith(encoding)
      ? []
      : decode(outer.text).map((piece) => ({
          text: piece.text,
          start: isOutermost ? piece.start : outer.start,
          end: isOutermost ? piece.end : outer.end,
          encoding: isOutermost ? encoding : `${outer.encoding}/${encoding}`,
        })),
  )
}
