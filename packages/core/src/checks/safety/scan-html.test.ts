import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanHtml } from './scan-html.ts'

const attributes = (text: string) =>
  [...scanHtml(text)].map((token) => token.attributes.map(({ name, value }) => [name, value]))

describe('scanning HTML', () => {
  // As the tokenizer of parse5 reads them.
  it.each([
    [
      '<a b="<i>" c=\'>"\' d=x"y>',
      [
        ['b', '<i>'],
        ['c', '>"'],
        ['d', 'x"y'],
      ],
    ],
    [
      '<a/b="1"C=2/d>',
      [
        ['b', '1'],
        ['c', '2/d'],
      ],
    ],
    [
      '<a\nb\f=\t1 c / d>',
      [
        ['b', '1'],
        ['c', null],
        ['d', null],
      ],
    ],
    [
      '<a =b=c e=>',
      [
        ['=b', 'c'],
        ['e', ''],
      ],
    ],
    [
      '<a "b" <c>',
      [
        ['"b"', null],
        ['<c', null],
      ],
    ],
    ['<a\u00A0b=c>', []],
  ])('reads the attributes of %j', (text, expected) => {
    expect(attributes(text)).toEqual([expected])
  })

  it.each([
    ['<!-- <a> --><b>', ['comment', 'start b']],
    ['<!--><a><!---><b>', ['comment', 'start a', 'comment', 'start b']],
    ['<!--!><a> --!><b>', ['comment', 'start b']],
    ['<!x <a><?y ?></ ><b>', ['comment', 'comment', 'comment', 'start b']],
    ['1 < 2 <3 <é </B x=">"></a', ['end b', 'end a open']],
    ['<a b="<c>', ['start a in quotes']],
    ['<!-- <a>', ['comment open']],
  ])('tells tags from comments in %j', (text, expected) => {
    const told = [...scanHtml(text)].map(({ kind, name, left }) =>
      [kind, name, left].filter((word) => word !== '' && word !== 'closed').join(' '),
    )
    expect(told).toEqual(expected)
  })

  it('reads back any value in quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const written = value.replaceAll('"', '')
        const text = `<a b="${written}" c>d`
        expect(attributes(text)).toEqual([
          [
            ['b', written],
            ['c', null],
          ],
        ])
        expect([...scanHtml(text)]).toMatchObject([{ start: 0, end: text.length - 1, left: 'closed' }])
      }),
    )
  })
})
