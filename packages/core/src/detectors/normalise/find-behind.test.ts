import { expect, it } from 'vitest'
import { findBehind } from './find-behind.ts'

/** Finds `kea` and a digit. */
const find = (text: string) =>
  [...text.matchAll(/kea\d/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    label: 'bird',
    score: 0.9,
  }))
const found = async (text: string) =>
  (await findBehind(text, find)).map(({ start, end }) => text.slice(start, end))
const escaped = Array.from('it is kea1', (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).join('')
const base64 = Buffer.from('the bird is called kea7, they say').toString('base64')

it.each([
  ['as it stands', 'a kea1.', 'kea1'],
  ['with what does not show', 'a k\u200be\u00ada1.', 'k\u200be\u00ada1'],
  ['in full-width letters', 'a \uff4b\uff45\uff411.', '\uff4b\uff45\uff411'],
  ['in letters of another script', 'a ke\u04301.', 'ke\u04301'],
  ['in base64', `see ${base64} there`, base64],
  ['in escapes', `see ${escaped}`, escaped],
])('finds a word %s', async (_, text, part) => {
  expect(await found(text)).toEqual([part])
})

it('finds nothing twice, and nothing new in accents, dots and quotes', async () => {
  expect(await found('kea1 “é…” kea2')).toEqual(['kea1', 'kea2'])
})
