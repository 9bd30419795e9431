import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { splitDocument } from './split-document.ts'

const docsFolder = new URL('docs/', import.meta.url)
const pages = readdirSync(docsFolder).map((name) => ({
  name,
  text: readFileSync(new URL(name, docsFolder), 'utf8'),
}))
const cells = pages.flatMap(({ name, text }) =>
  splitDocument(name, text).flatMap(({ facts }) =>
    facts.flatMap(({ row }) =>
      (row?.cells ?? []).map((cell) => ({ page: name, subject: row?.name, ...cell })),
    ),
  ),
)

test('no subject has two values for one attribute, over all pages', () => {
  const values = new Map<string, Set<string>>()
  for (const { subject, header, value } of cells) {
    const key = `${subject} / ${header}`
    values.set(key, (values.get(key) ?? new Set()).add(value))
  }
  expect([...values].filter(([, found]) => found.size > 1)).toEqual([])
})

test('every cell of every table is filled and has a header', () => {
  expect(
    cells.filter(({ subject, header, value }) => subject === '' || header === '' || value === ''),
  ).toEqual([])
  expect(cells.length).toBeGreaterThan(600)
})

test('every version that an option or command came with is a release', () => {
  const releases = cells
    .filter(({ header }) => header === 'Code name')
    .map(({ subject }) => subject?.split(' ').at(-1))
  const since = cells
    .filter(({ header }) => /since$/iu.test(header))
    .map(({ value }) => value.replace('version ', ''))
  expect(since.filter((version) => !releases.includes(version))).toEqual([])
})

test('every page has between 150 and 450 words', () => {
  const lengths = pages.map(({ name, text }) => ({ name, words: text.split(/\s+/u).length }))
  expect(lengths.filter(({ words }) => words < 150 || words > 450)).toEqual([])
})

test('some attributes are stated for all siblings but one, so that there are questions to decline', () => {
  const hasValue = (subject: string, header: string): boolean =>
    cells.some((cell) => cell.subject === subject && cell.header === header)
  expect(hasValue('Business', 'Backup retention')).toBe(true)
  expect(hasValue('Community', 'Backup retention')).toBe(false)
  expect(hasValue('Region `sin2`', 'Egress network')).toBe(true)
  expect(hasValue('Region `akl1`', 'Egress network')).toBe(false)
})
