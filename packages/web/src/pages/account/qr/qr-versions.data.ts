/** ISO/IEC 18004, error correction level M: blocks of data codewords, and correction codewords a block. */
export interface QrVersion {
  readonly correction: number
  /** How many blocks of how many data codewords. */
  readonly blocks: readonly (readonly [count: number, data: number])[]
  /** Centres of the alignment patterns, in both directions. */
  readonly alignment: readonly number[]
}

/** Versions 1 to 15: up to 412 bytes. */
export const qrVersions: readonly QrVersion[] = [
  { correction: 10, blocks: [[1, 16]], alignment: [] },
  { correction: 16, blocks: [[1, 28]], alignment: [6, 18] },
  { correction: 26, blocks: [[1, 44]], alignment: [6, 22] },
  { correction: 18, blocks: [[2, 32]], alignment: [6, 26] },
  { correction: 24, blocks: [[2, 43]], alignment: [6, 30] },
  { correction: 16, blocks: [[4, 27]], alignment: [6, 34] },
  { correction: 18, blocks: [[4, 31]], alignment: [6, 22, 38] },
  {
    correction: 22,
    blocks: [
      [2, 38],
      [2, 39],
    ],
    alignment: [6, 24, 42],
  },
  {
    correction: 22,
    blocks: [
      [3, 36],
      [2, 37],
    ],
    alignment: [6, 26, 46],
  },
  {
    correction: 26,
    blocks: [
      [4, 43],
      [1, 44],
    ],
    alignment: [6, 28, 50],
  },
  {
    correction: 30,
    blocks: [
      [1, 50],
      [4, 51],
    ],
    alignment: [6, 30, 54],
  },
  {
    correction: 22,
    blocks: [
      [6, 36],
      [2, 37],
    ],
    alignment: [6, 32, 58],
  },
  {
    correction: 22,
    blocks: [
      [8, 37],
      [1, 38],
    ],
    alignment: [6, 34, 62],
  },
  {
    correction: 24,
    blocks: [
      [4, 40],
      [5, 41],
    ],
    alignment: [6, 26, 46, 66],
  },
  {
    correction: 24,
    blocks: [
      [5, 41],
      [5, 42],
    ],
    alignment: [6, 26, 48, 70],
  },
]
