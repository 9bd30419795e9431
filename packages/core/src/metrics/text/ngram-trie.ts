/** Places in the record of a node: its edge first, then its counts. One record is half a cache line. */
const PARENT = 0
const EDGE = 1
/** The highest count of one reference, that reference (from 1), and the highest count of the others. */
const MOST = 2
const OWNER = 3
const SECOND = 4
/** The sequence that was counted last (references from 1, matched texts below 0), and its count. */
const ROUND = 5
const COUNT = 6
const RECORD = 8

/**
 * Counts of the n-grams of one or more reference sequences, for clipped matching: one node an n-gram, one hashed
 * edge a symbol. Exact (edges compare their symbols) and free of strings, which is where the speed comes from.
 */
export class NgramTrie {
  readonly #maxOrder: number
  /** Open addressing, at most half full: the record of an edge's node, 0 where there is none. Record 0 is the root. */
  #table = new Int32Array(128)
  #mask = 127
  #nodes = new Int32Array(64 * RECORD)
  #end = RECORD
  #round = 0

  constructor(maxOrder: number) {
    this.#maxOrder = maxOrder
  }

  /** Forgets everything, then counts the n-grams up to the maximal order of each sequence. */
  load(sequences: readonly (readonly number[])[]): void {
    this.#reserve(sequences)
    for (let index = 0; index < sequences.length; index += 1) this.#add(sequences[index] ?? [], index + 1)
  }

  /**
   * For each order, how many n-grams of the sequence are also in a reference, each counted at most as often as in
   * the reference that has it most often; `except` leaves one of the loaded sequences out.
   */
  countMatches(sequence: readonly number[], except = -1): number[] {
    const nodes = this.#nodes
    const table = this.#table
    const matches: number[] = []
    for (let order = 0; order < this.#maxOrder; order += 1) matches.push(0)
    this.#round -= 1
    const round = this.#round
    for (let start = 0; start < sequence.length; start += 1) {
      const end = Math.min(start + this.#maxOrder, sequence.length)
      let node = 0
      for (let index = start; index < end; index += 1) {
        const symbol = sequence[index] ?? 0
        const child = table[this.#probe(node, symbol)] ?? 0
        if (child === 0) break
        node = child
        const used = nodes[node + ROUND] === round ? (nodes[node + COUNT] ?? 0) : 0
        nodes[node + ROUND] = round
        nodes[node + COUNT] = used + 1
        const limit = nodes[node + OWNER] === except + 1 ? nodes[node + SECOND] : nodes[node + MOST]
        if (used < (limit ?? 0)) matches[index - start] = (matches[index - start] ?? 0) + 1
      }
    }
    return matches
  }

  /** The slot of the node's child by that symbol, or the free one where it belongs. */
  #probe(node: number, symbol: number): number {
    const nodes = this.#nodes
    const table = this.#table
    let slot = hash(node, symbol) & this.#mask
    for (;;) {
      const child = table[slot] ?? 0
      if (child === 0 || (nodes[child + PARENT] === node && nodes[child + EDGE] === symbol)) return slot
      slot = (slot + 1) & this.#mask
    }
  }

  #reserve(sequences: readonly (readonly number[])[]): void {
    let symbols = 1
    for (const sequence of sequences) symbols += sequence.length
    let size = 128
    while (size < symbols * this.#maxOrder * 2) size *= 2
    if (size > this.#table.length) {
      this.#table = new Int32Array(size)
      this.#nodes = new Int32Array((size / 2) * RECORD)
    } else this.#table.fill(0, 0, size)
    this.#mask = size - 1
    this.#end = RECORD
    this.#round = 0
  }

  #add(sequence: readonly number[], owner: number): void {
    const nodes = this.#nodes
    const table = this.#table
    for (let start = 0; start < sequence.length; start += 1) {
      const end = Math.min(start + this.#maxOrder, sequence.length)
      let node = 0
      for (let index = start; index < end; index += 1) {
        const symbol = sequence[index] ?? 0
        const slot = this.#probe(node, symbol)
        let child = table[slot] ?? 0
        if (child === 0) {
          child = this.#end
          table[slot] = child
          this.#makeNode(node, symbol)
        }
        node = child
        countOnce(nodes, node, owner)
      }
    }
  }

  #makeNode(parent: number, edge: number): void {
    const node = this.#end
    this.#nodes[node + PARENT] = parent
    this.#nodes[node + EDGE] = edge
    this.#nodes[node + MOST] = 0
    this.#nodes[node + OWNER] = 0
    this.#nodes[node + SECOND] = 0
    this.#nodes[node + ROUND] = 0
    this.#end += RECORD
  }
}

/** Keeps the highest count and its owner, and the highest of the other owners. */
function countOnce(nodes: Int32Array, node: number, owner: number): void {
  const own = nodes[node + ROUND] === owner ? (nodes[node + COUNT] ?? 0) + 1 : 1
  nodes[node + ROUND] = owner
  nodes[node + COUNT] = own
  if (own > (nodes[node + MOST] ?? 0)) {
    if (nodes[node + OWNER] !== owner) {
      nodes[node + SECOND] = nodes[node + MOST] ?? 0
      nodes[node + OWNER] = owner
    }
    nodes[node + MOST] = own
  } else if (nodes[node + OWNER] !== owner && own > (nodes[node + SECOND] ?? 0)) nodes[node + SECOND] = own
}

function hash(node: number, symbol: number): number {
  const mixed = Math.imul(node, 0x9e_37_79_b1) ^ Math.imul(symbol + 1, 0x85_eb_ca_6b)
  return mixed ^ (mixed >>> 15)
}
