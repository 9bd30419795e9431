import { expect, test } from 'vitest'
import { readParameters } from './read-parameters.ts'

test('reads JSON where it is JSON, text else, and lists of what is given twice', () => {
  const read = readParameters(['n=4', 'phrases=a', 'phrases=b = c', 'flag=true', 'list=["x"]', 'word=1 MiB'])
  expect(read.ok && read.value.asJson).toEqual({
    n: 4,
    phrases: ['a', 'b = c'],
    flag: true,
    list: ['x'],
    word: '1 MiB',
  })
  expect(read.ok && read.value.asText).toMatchObject({ n: '4', flag: 'true' })
})

test('refuses a pair without a key', () => {
  expect(readParameters(['4'])).toMatchObject({ ok: false, error: { code: 'ASSAY-1001' } })
})
