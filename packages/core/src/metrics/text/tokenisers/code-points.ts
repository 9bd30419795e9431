import { isWhitespace } from './split-whitespace.ts'

/** Every code point of the text. */
export function toCodePoints(text: string): Int32Array {
  return collect(text, false)
}

/** Every code point that is no white space. */
export function toVisibleCodePoints(text: string): Int32Array {
  return collect(text, true)
}

function collect(text: string, skipWhitespace: boolean): Int32Array {
  const points = new Int32Array(text.length)
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    let point = text.charCodeAt(index)
    if (skipWhitespace && isWhitespace(point)) continue
    if (point >= 0xd8_00 && point <= 0xdb_ff) {
      point = text.codePointAt(index) ?? point
      if (point > 0xff_ff) index += 1
    }
    points[count] = point
    count += 1
  }
  return points.subarray(0, count)
}
