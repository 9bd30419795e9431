import { expect, it } from 'vitest'
import { renderTable } from './render-table.ts'

const columns = [
  { title: 'name', flexible: true },
  { title: 'cases', align: 'right' },
] as const

it('aligns columns and leaves no space at line ends', () => {
  expect(
    renderTable(columns, [
      ['simple', '32'],
      ['out-of-scope', '8'],
    ]),
  ).toBe(['name          cases', 'simple           32', 'out-of-scope      8'].join('\n'))
})

it('cuts the flexible column only, so that no line is too wide', () => {
  const text = renderTable(columns, [['a very long name of a document that goes on', '120000']], 30)
  expect(text.split('\n').every((line) => line.length <= 30)).toBe(true)
  expect(text).toContain('120000')
  expect(text).toContain('…')
})

it('lets no control character through', () => {
  expect(renderTable([{ title: 'a' }], [['\u001B[2J']])).toBe('a\n[2J')
})
