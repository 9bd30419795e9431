import { expect, it } from 'vitest'
import { fnvOfText, fnvStart } from './fnv-1a.ts'

// Test vectors of the authors (draft-eastlake-fnv, appendix C).
it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('hashes %j as FNV-1a does', (text, wanted) => {
  expect(fnvOfText(text) >>> 0).toBe(wanted)
})

it('reads a part of a text as that part alone', () => {
  expect(fnvOfText('a foobar', 2, 8)).toBe(fnvOfText('foobar'))
  expect(fnvOfText('foobar', 3, 3)).toBe(fnvStart)
})
