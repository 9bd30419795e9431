import { qrVersions } from './qr-versions.data.ts'
import { toCodewords } from './to-codewords.ts'

/** Rows of dark and light modules, without the quiet zone around them. */
export type QrModules = readonly (readonly boolean[])[]

type Grid = (boolean | null)[][]

/** One of eight; a reader takes any, and 0 is simple. Which is easiest to read matters little on a screen. */
const isMasked = (row: number, column: number): boolean => (row + column) % 2 === 0

/** A QR code (ISO/IEC 18004) of a text of up to 412 bytes, correction level M; `null`: it is too long. */
export function drawQr(text: string): QrModules | null {
  const encoded = toCodewords(text)
  if (encoded === null) return null
  const size = encoded.version * 4 + 17
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => null))
  drawFinders(grid, size)
  drawAlignment(grid, qrVersions[encoded.version - 1]?.alignment ?? [])
  drawTiming(grid, size)
  drawFormat(grid, size)
  if (encoded.version >= 7) drawVersion(grid, size, encoded.version)
  drawData(grid, size, encoded.codewords)
  return grid.map((row) => row.map((module) => module === true))
}

function set(grid: Grid, row: number, column: number, isDark: boolean): void {
  const line = grid[row]
  if (line !== undefined && column >= 0 && column < line.length) line[column] = isDark
}

/** The three corners, with the light line around them. */
function drawFinders(grid: Grid, size: number): void {
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    for (let row = -1; row <= 7; row += 1)
      for (let column = -1; column <= 7; column += 1) {
        const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3))
        set(grid, top + row, left + column, ring !== 2 && ring !== 4)
      }
}

function drawAlignment(grid: Grid, centres: readonly number[]): void {
  for (const row of centres)
    for (const column of centres) {
      if (grid[row]?.[column] !== null) continue
      for (let y = -2; y <= 2; y += 1)
        for (let x = -2; x <= 2; x += 1)
          set(grid, row + y, column + x, Math.max(Math.abs(y), Math.abs(x)) !== 1)
    }
}

function drawTiming(grid: Grid, size: number): void {
  for (let at = 8; at < size - 8; at += 1) {
    set(grid, 6, at, at % 2 === 0)
    set(grid, at, 6, at % 2 === 0)
  }
}

/** Level M with mask 0, and the correction bits of that, as the standard's table gives them. */
const format = 0b101010000010010

function drawFormat(grid: Grid, size: number): void {
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = ((format >> bit) & 1) === 1
    // Beside the first corner, past the timing line.
    if (bit < 6) set(grid, bit, 8, isDark)
    else if (bit < 8) set(grid, bit + 1, 8, isDark)
    else if (bit === 8) set(grid, 8, 7, isDark)
    else set(grid, 8, 14 - bit, isDark)
    // Again below the second and beside the third.
    if (bit < 8) set(grid, 8, size - 1 - bit, isDark)
    else set(grid, size - 15 + bit, 8, isDark)
  }
  set(grid, size - 8, 8, true)
}

function drawVersion(grid: Grid, size: number, version: number): void {
  let rest = version
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let bit = 0; bit < 18; bit += 1) {
    const isDark = ((bits >> bit) & 1) === 1
    const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)]
    set(grid, near, far, isDark)
    set(grid, far, near, isDark)
  }
}

/** Two columns at a time, up and down in turn, past what stands already. */
function drawData(grid: Grid, size: number, codewords: readonly number[]): void {
  let bit = 0
  let isUpward = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1)
      for (const column of [right, right - 1]) {
        const row = isUpward ? size - 1 - step : step
        if (grid[row]?.[column] !== null) continue
        const isSet = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
        set(grid, row, column, isSet !== isMasked(row, column))
        bit += 1
      }
    isUpward = !isUpward
  }
}
