import { isWhitespace } from './split-whitespace.ts'

/** Every code point of the text. */
export function toCodePoints(text: string): number[] {
  return collect(text, false)
}

/** Every code point that is no white space. */
export function toVisibleCodePoints(text: string): number[] {
  return collect(text, true)
}

function collect(text: string, skipWhitespace: boolean): number[] {
  const points: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    let point = text.charCodeAt(index)
    if (skipWhitespace && isWhitespace(point)) continue
    if (point >= 0xd8_00 && point <= 0xdb_ff) {
      point = text.codePointAt(index) ?? point
      if (point > 0xff_ff) index += 1
    }
    points.push(point)
  }
  return points
}
