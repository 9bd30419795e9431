/** Rows of features by their hash. Most features that are asked for have none: that is told by one look into one array. */
export interface FeatureRows {
  /** -1: none. */
  rowOf(hash: number): number
}

/** Hashes are spread evenly over their bits. `hashes[row]` has that row. */
export function indexFeatures(hashes: Int32Array): FeatureRows {
  const slots = 2 ** Math.ceil(Math.log2(hashes.length * 4 + 1))
  const keys = new Int32Array(slots).fill(-1)
  const rows = new Int32Array(slots)
  hashes.forEach((hash, row) => {
    let slot = hash & (slots - 1)
    while (keys[slot] !== -1) slot = (slot + 1) & (slots - 1)
    keys[slot] = hash
    rows[slot] = row
  })
  return {
    rowOf: (hash) => {
      let slot = hash & (slots - 1)
      while (keys[slot] !== hash) {
        if (keys[slot] === -1) return -1
        slot = (slot + 1) & (slots - 1)
      }
      return rows[slot] ?? -1
    },
  }
}
