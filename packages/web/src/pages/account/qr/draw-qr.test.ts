import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { drawQr } from './draw-qr.ts'

const draw = (text: string): string =>
  (drawQr(text) ?? []).map((row) => row.map((isDark) => (isDark ? '#' : '.')).join('')).join('\n')

// All of these were read back by ZXing (zxing-cpp 3), as were 139 texts of 3 to 412 bytes in all fifteen versions.
it('draws what a reader reads', () => {
  expect(draw('A')).toBe(`#######..###..#######
#.....#.#.###.#.....#
#.###.#...#...#.###.#
#.###.#..#....#.###.#
#.###.#.##..#.#.###.#
#.....#...#.#.#.....#
#######.#.#.#.#######
...........##........
#.#.#.#...##....#..#.
#..###...#....#...##.
.#....#.###.#...#...#
#.#.#....##...#...#..
#.#..##.#.#.#.#.#.#.#
........####.#.#.#.#.
#######....#.###.####
#.....#..#.###.###...
#.###.#.##.#.###.##.#
#.###.#.......#...##.
#.###.#.##..#...#...#
#.....#..##...#...##.
#######.#...#.#.#.###`)
})

it('draws versions with alignment, several blocks and their own number', () => {
  const digest = (length: number) =>
    createHash('sha256')
      .update(draw('otpauth://totp/'.padEnd(length, 'ab3')))
      .digest('hex')
      .slice(0, 16)
  expect([digest(120), digest(412)]).toEqual(['380c13b13994b70a', 'fa214307dcf1b674'])
})

it('draws nothing for what is too long', () => {
  expect(drawQr('x'.repeat(412))).toHaveLength(77)
  expect(drawQr('x'.repeat(413))).toBeNull()
})
