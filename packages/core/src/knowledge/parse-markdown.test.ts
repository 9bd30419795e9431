import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'

const kinds = (text: string) => parseMarkdown(text).map((block) => block.kind)

describe('parseMarkdown', () => {
  test('names the kind of each block in order', () => {
    const text =
      '---\ntitle: A\n---\n# H\n\np\n\n- a\n\n```\nx\n```\n\n> q\n\n|a|\n|-|\n|1|\n\n[l]: /u\n\n***\n'
    expect(kinds(text)).toEqual([
      'other',
      'heading',
      'paragraph',
      'list',
      'code',
      'quote',
      'table',
      'definition',
      'other',
    ])
  })

  test('gives plain text without links, emphasis and soft line breaks', () => {
    const [block] = parseMarkdown('The **body [limit](#x)** of\n  `bodyLimit` is _1 MB_<br/>at most')
    expect(block?.text).toBe('The body limit of bodyLimit is 1 MB at most')
  })

  test('gives the cells of a table with their source slices', () => {
    const text = 'intro\n\n| Option | Default |\n|---|---|\n| `a\\|b` | **30 s** |\n| c | |\n'
    const table = parseMarkdown(text)[1]?.table
    expect(table?.header).toEqual(['Option', 'Default'])
    expect(table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['a|b', '30 s'],
      ['c', ''],
    ])
    const cell = table?.rows[0]?.cells[1]
    expect(text.slice(cell?.start, cell?.end)).toBe('**30 s**')
  })

  test('gives list items one by one, nested ones with their level', () => {
    const text = '* Vacation: 20 days\n  per year\n  * carried: 5\n* Sick: 15\n'
    const items = parseMarkdown(text)[0]?.items ?? []
    expect(items.map((item) => [item.text, item.level])).toEqual([
      ['Vacation: 20 days per year', 0],
      ['carried: 5', 1],
      ['Sick: 15', 0],
    ])
    expect(text.slice(items[0]?.start, items[0]?.end)).toBe('Vacation: 20 days\n  per year')
  })

  test('reads an HTML heading as a heading and an anchor as no text', () => {
    const [heading, anchor] = parseMarkdown('<h1 align="center">Fastify</h1>\n\n<a id="x"></a>\n')
    expect(heading).toMatchObject({ kind: 'heading', depth: 1, text: 'Fastify' })
    expect(anchor).toMatchObject({ kind: 'other', text: '' })
  })

  test('blocks of any text stand in order, do not overlap and leave out only blanks', () => {
    const piece = fc.constantFrom(
      '# h',
      'para *x*',
      '- i',
      '1. n',
      '> q',
      '|a|b|',
      '|-|-|',
      '```',
      '\n',
      '  ',
      '[x]: y',
      '\t',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((lines) => lines.join('\n')),
    )
    fc.assert(
      fc.property(text, (input) => {
        let position = 0
        for (const block of parseMarkdown(input)) {
          expect(block.start).toBeGreaterThanOrEqual(position)
          expect(input.slice(position, block.start).trim()).toBe('')
          position = block.end
        }
        expect(input.slice(position).trim()).toBe('')
      }),
    )
  })
})
