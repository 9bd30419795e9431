/** Length of the longest common subsequence, in one row of the table. */
export function countLcs(left: readonly number[], right: readonly number[]): number {
  const row = new Int32Array(right.length + 1)
  for (const symbol of left) {
    let diagonal = 0
    for (let column = 1; column <= right.length; column += 1) {
      const above = row[column] ?? 0
      if (right[column - 1] === symbol) row[column] = diagonal + 1
      else row[column] = Math.max(above, row[column - 1] ?? 0)
      diagonal = above
    }
  }
  return row[right.length] ?? 0
}

/**
 * Positions in `left` of one longest common subsequence, last first. Where several are equally long, the one
 * that rouge-score's walk back finds: on a tie it gives up the last symbol of `left`.
 */
export function findLcsPositions(left: readonly number[], right: readonly number[]): number[] {
  const width = right.length + 1
  const table = fillTable(left, right)
  const positions: number[] = []
  let row = left.length
  let column = right.length
  while (row > 0 && column > 0) {
    if (left[row - 1] === right[column - 1]) {
      row -= 1
      column -= 1
      positions.push(row)
    } else if ((table[row * width + column - 1] ?? 0) > (table[(row - 1) * width + column] ?? 0)) column -= 1
    else row -= 1
  }
  return positions
}

function fillTable(left: readonly number[], right: readonly number[]): Int32Array {
  const width = right.length + 1
  const table = new Int32Array((left.length + 1) * width)
  for (let row = 1; row <= left.length; row += 1) {
    const symbol = left[row - 1]
    const start = row * width
    for (let column = 1; column < width; column += 1) {
      const cell = start + column
      if (right[column - 1] === symbol) table[cell] = (table[cell - width - 1] ?? 0) + 1
      else table[cell] = Math.max(table[cell - width] ?? 0, table[cell - 1] ?? 0)
    }
  }
  return table
}
