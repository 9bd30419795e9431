import { createHash, hash } from 'node:crypto'
import type { Hash } from '@assay/core'

const sliceUnits = 1 << 16

/** Long texts go in slices: whole, each would be copied once more, outside the heap. */
export const sha256: Hash = (text) => (text.length <= sliceUnits ? hash('sha256', text) : hashSlices(text))

function hashSlices(text: string): string {
  const sum = createHash('sha256')
  for (let start = 0; start < text.length;) {
    const end = start + sliceUnits
    const isPairCut = /[\uD800-\uDBFF]/.test(text.charAt(end - 1))
    const next = isPairCut ? end + 1 : end
    sum.update(text.slice(start, next))
    start = next
  }
  return sum.digest('hex')
}
