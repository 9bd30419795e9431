import { flattenText } from './flatten-text.ts'

export interface Overlap {
  /** Share of the prompt's letters and digits that the answer repeats in pieces. */
  readonly share: number
  /** Letters and digits of the longest piece. */
  readonly longest: number
  /** Where the longest piece stands in the answer; both 0 without one. */
  readonly start: number
  readonly end: number
}

/** Least length of a piece in letters and digits: some four words. */
const pieceLength = (flat: string): number =>
  Math.min(/[\u3040-\u9FFF\uAC00-\uD7AF]/.test(flat) ? 10 : 24, flat.length)

/** Pieces are found by their fixed-length starts, then drawn out: linear but for texts made of repetition. */
export function measureOverlap(prompt: string, answer: string): Overlap {
  const [wanted, told] = [flattenText(prompt), flattenText(answer)]
  const length = pieceLength(wanted.text)
  if (length === 0 || told.text.length < length) return { share: 0, longest: 0, start: 0, end: 0 }
  const places = indexPieces(told.text, length)
  const repeated = new Uint8Array(wanted.text.length)
  let [longest, at] = [0, 0]
  for (let index = 0; index + length <= wanted.text.length; index += 1) {
    const place = places.get(wanted.text.slice(index, index + length))
    if (place === undefined) continue
    const run = extend(wanted.text, told.text, index, place)
    repeated.fill(1, index, index + run)
    if (run > longest) [longest, at] = [run, place]
    index += run - length
  }
  const share = repeated.reduce((sum, each) => sum + each, 0) / wanted.text.length
  if (longest === 0) return { share, longest, start: 0, end: 0 }
  return { share, longest, start: told.offsets[at] ?? 0, end: (told.offsets[at + longest - 1] ?? 0) + 1 }
}

/** Where each piece of the text stands first. */
function indexPieces(text: string, length: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (let index = 0; index + length <= text.length; index += 1) {
    const piece = text.slice(index, index + length)
    if (!places.has(piece)) places.set(piece, index)
  }
  return places
}

function extend(a: string, b: string, atA: number, atB: number): number {
  let run = 0
  while (atA + run < a.length && a[atA + run] === b[atB + run]) run += 1
  return run
}
