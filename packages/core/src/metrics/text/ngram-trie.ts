/**
 * Counts of the n-grams of one or more reference sequences, for clipped matching: one node an n-gram, one hashed
 * edge a symbol. Exact (edges compare their symbols) and free of strings, which is where the speed comes from.
 */
export interface NgramTrie {
  /** Forgets everything, then counts the n-grams up to `maxOrder` of each sequence. */
  load(sequences: readonly Int32Array[]): void
  /**
   * For each order, how many n-grams of the sequence are also in a reference, each counted at most as often as in
   * the reference that has it most often; `except` leaves one of the loaded sequences out.
   */
  countMatches(sequence: Int32Array, except?: number): number[]
}

export function createNgramTrie(maxOrder: number): NgramTrie {
  let nodes = createNodes(64)
  let table = new Int32Array(128)
  let mask = 127
  let nodeCount = 1
  let matchRound = 0

  const load = (sequences: readonly Int32Array[]): void => {
    reserve(sequences)
    for (let owner = 0; owner < sequences.length; owner += 1) add(sequences[owner], owner + 1)
  }

  return { load, countMatches }

  function reserve(sequences: readonly Int32Array[]): void {
    let symbols = 1
    for (const sequence of sequences) symbols += sequence.length
    let size = 128
    while (size < symbols * maxOrder * 2) size *= 2
    if (size > table.length) {
      table = new Int32Array(size)
      nodes = createNodes(size / 2)
    } else table.fill(0, 0, size)
    mask = size - 1
    nodeCount = 1
    matchRound = 0
  }

  function add(sequence: Int32Array | undefined, owner: number): void {
    const length = sequence?.length ?? 0
    for (let start = 0; start < length; start += 1) {
      const end = Math.min(start + maxOrder, length)
      let node = 0
      for (let index = start; index < end; index += 1) {
        node = reach(node, sequence?.[index] ?? 0)
        countOnce(node, owner)
      }
    }
  }

  /** Keeps the highest count and its owner, and the highest of the other owners. */
  function countOnce(node: number, owner: number): void {
    const { round, count, most, mostOwner, second } = nodes
    const own = round[node] === owner ? (count[node] ?? 0) + 1 : 1
    round[node] = owner
    count[node] = own
    if (own > (most[node] ?? 0)) {
      if (mostOwner[node] !== owner) {
        second[node] = most[node] ?? 0
        mostOwner[node] = owner
      }
      most[node] = own
    } else if (mostOwner[node] !== owner && own > (second[node] ?? 0)) second[node] = own
  }

  function countMatches(sequence: Int32Array, except = -1): number[] {
    const { round, count, most, mostOwner, second } = nodes
    const matches: number[] = Array.from({ length: maxOrder }, () => 0)
    matchRound -= 1
    const length = sequence.length
    for (let start = 0; start < length; start += 1) {
      const end = Math.min(start + maxOrder, length)
      let node = 0
      for (let index = start; index < end; index += 1) {
        node = find(node, sequence[index] ?? 0)
        if (node === 0) break
        const used = round[node] === matchRound ? (count[node] ?? 0) : 0
        round[node] = matchRound
        count[node] = used + 1
        const limit = mostOwner[node] === except + 1 ? second[node] : most[node]
        if (used < (limit ?? 0)) matches[index - start] = (matches[index - start] ?? 0) + 1
      }
    }
    return matches
  }

  /** The child by this symbol, or 0. */
  function find(node: number, symbol: number): number {
    const { parent, edge } = nodes
    for (let slot = hash(node, symbol) & mask; ; slot = (slot + 1) & mask) {
      const child = table[slot] ?? 0
      if (child === 0 || (parent[child] === node && edge[child] === symbol)) return child
    }
  }

  /** The child by this symbol, made when it is new. The table is at most half full. */
  function reach(node: number, symbol: number): number {
    const { parent, edge, round, most, mostOwner, second } = nodes
    for (let slot = hash(node, symbol) & mask; ; slot = (slot + 1) & mask) {
      const child = table[slot] ?? 0
      if (child !== 0) {
        if (parent[child] === node && edge[child] === symbol) return child
        continue
      }
      const made = nodeCount
      nodeCount += 1
      table[slot] = made
      parent[made] = node
      edge[made] = symbol
      round[made] = 0
      most[made] = 0
      mostOwner[made] = 0
      second[made] = 0
      return made
    }
  }
}

function createNodes(capacity: number) {
  const column = () => new Int32Array(capacity)
  return {
    parent: column(),
    edge: column(),
    round: column(),
    count: column(),
    most: column(),
    mostOwner: column(),
    second: column(),
  }
}

function hash(node: number, symbol: number): number {
  const mixed = Math.imul(node, 0x9e_37_79_b1) ^ Math.imul(symbol + 1, 0x85_eb_ca_6b)
  return mixed ^ (mixed >>> 15)
}
