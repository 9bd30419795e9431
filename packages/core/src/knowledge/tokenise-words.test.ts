import { describe, expect, test } from 'vitest'
import { tokeniseWords } from './tokenise-words.ts'

describe('tokeniseWords', () => {
  test('keeps an identifier whole and in parts', () => {
    expect(tokeniseWords('bodyLimit')).toEqual(['body', 'limit', 'bodylimit'])
    expect(tokeniseWords('FST_ERR_CTP')).toEqual(['fst', 'err', 'ctp', 'fst_err_ctp'])
    expect(tokeniseWords('reply.code(404)')).toEqual(['reply', 'cod', 'reply.code', '404'])
    expect(tokeniseWords('HTTPServer')).toEqual(['http', 'server', 'httpserver'])
  })

  test.each([
    ['limits', 'limit'],
    ['policies', 'policy'],
    ['processes', 'processing'],
    ['closed', 'closing'],
    ['stopped', 'stop'],
    ['caches', 'cached'],
    ['Employees', "employee's"],
    ['señales', 'senales'],
  ])('%s and %s are one term', (left, right) => {
    expect(tokeniseWords(left)).toEqual(tokeniseWords(right))
  })

  test('does not stem what is no ending', () => {
    expect(tokeniseWords('class this need string status')).toEqual([
      'class',
      'this',
      'need',
      'string',
      'status',
    ])
  })

  test('cuts scripts without blanks into pairs', () => {
    expect(tokeniseWords('東京都')).toEqual(['東京', '京都'])
  })
})
