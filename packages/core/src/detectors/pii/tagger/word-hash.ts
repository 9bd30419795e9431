/**
 * FNV-1a over the code units of [from, to), then mixed; 32 bits. Its bits are the rows of weights.json and of the name lists in
 * it: another hash takes another training.
 */
export function hashWord(word: string, from = 0, to = word.length): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return mixHash(hash, to - from)
}

/** Adds one value to a hash, with every bit of both spread over the result; 32 bits, signed: such a number takes no memory. */
export function mixHash(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ Math.imul(value, 0x9e3779b1), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}
