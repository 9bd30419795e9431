import { isWhitespace } from './tokenisers/split-whitespace.ts'
import type { Tokens } from './tokenisers/tokens.ts'

const SMALL_TABLE = 256
const LARGE_TABLE = 4096

/**
 * Numbers tokens, from 0 in order of appearance since `reset`: equal tokens get equal numbers. Their characters are
 * copied, hashed and compared in one buffer, so that no token becomes a string of its own.
 */
export class TokenInterner {
  /** Open addressing, at most half full: number + 1 of the token, 0 where there is none. */
  #table = new Int32Array(SMALL_TABLE)
  #hashes: number[] = []
  #starts: number[] = []
  #ends: number[] = []
  /** UTF-16 units of the numbered tokens, and of the one that is being read. */
  #units = new Uint16Array(1024)
  #used = 0

  /** How many different tokens were numbered. */
  get size(): number {
    return this.#hashes.length
  }

  reset(): void {
    if (this.#hashes.length === 0) return
    if (this.#table.length > LARGE_TABLE) this.#table = new Int32Array(SMALL_TABLE)
    else this.#table.fill(0)
    this.#hashes = []
    this.#starts = []
    this.#ends = []
    this.#used = 0
  }

  intern({ text, spans }: Tokens): number[] {
    this.#reserve(text.length)
    const ids: number[] = []
    for (let index = 0; index < spans.length; index += 2) {
      ids.push(this.#internSpan(text, spans[index] ?? 0, spans[index + 1] ?? 0))
    }
    return ids
  }

  /** The words of a text, as `findWords` finds them, read and numbered in one pass. */
  internWords(text: string): number[] {
    this.#reserve(text.length)
    const units = this.#units
    const ids: number[] = []
    let end = this.#used
    let hash = HASH_START
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index)
      if ((unit > 0x20 && unit < 0x80) || !isWhitespace(unit)) {
        units[end] = unit
        end += 1
        hash = Math.imul(hash ^ unit, HASH_PRIME)
      } else if (end > this.#used) {
        ids.push(this.#number(end, hash))
        end = this.#used
        hash = HASH_START
      }
    }
    if (end > this.#used) ids.push(this.#number(end, hash))
    return ids
  }

  internString(text: string): number {
    this.#reserve(text.length)
    return this.#internSpan(text, 0, text.length)
  }

  /** The token of a number. */
  textOf(id: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#starts[id], this.#ends[id]))
  }

  /** Room for the units of another text. */
  #reserve(length: number): void {
    if (this.#used + length <= this.#units.length) return
    const grown = new Uint16Array((this.#used + length) * 2)
    grown.set(this.#units.subarray(0, this.#used))
    this.#units = grown
  }

  #internSpan(text: string, start: number, end: number): number {
    const units = this.#units
    const shift = this.#used - start
    let hash = HASH_START
    for (let index = start; index < end; index += 1) {
      const unit = text.charCodeAt(index)
      units[index + shift] = unit
      hash = Math.imul(hash ^ unit, HASH_PRIME)
    }
    return this.#number(end + shift, hash)
  }

  /** The number of the token that was read behind the numbered ones; a known one is overwritten by the next. */
  #number(end: number, rawHash: number): number {
    const hash = (rawHash ^ (rawHash >>> 15)) & 0x3f_ff_ff_ff
    const mask = this.#table.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#table[slot] ?? 0
      if (entry === 0) {
        this.#table[slot] = this.#hashes.push(hash)
        return this.#add(end)
      }
      if (this.#hashes[entry - 1] === hash && this.#equals(entry - 1, end)) return entry - 1
    }
  }

  #add(end: number): number {
    this.#starts.push(this.#used)
    this.#ends.push(end)
    this.#used = end
    if (this.size * 2 > this.#table.length) this.#growTable()
    return this.size - 1
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 2)
    const mask = table.length - 1
    for (const [id, hash] of this.#hashes.entries()) {
      let slot = hash & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = id + 1
    }
    this.#table = table
  }

  #equals(id: number, end: number): boolean {
    const units = this.#units
    const length = end - this.#used
    const start = this.#starts[id] ?? 0
    if ((this.#ends[id] ?? 0) - start !== length) return false
    const shift = this.#used - start
    for (let index = start; index < start + length; index += 1) {
      if (units[index] !== units[index + shift]) return false
    }
    return true
  }
}

/** FNV-1a, over UTF-16 units. */
const HASH_START = -2_128_831_035
const HASH_PRIME = 16_777_619
