import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCitations } from './find-citations.ts'

const contexts = [
  { text: 'one', source: 'docs/limits.md', id: 'c-1' },
  { text: 'two', source: 'docs/network.md' },
  { text: 'three', source: 'docs/network.md' },
]
const find = (text: string, firstNumber = 1) => {
  const { markers, quotations } = findCitations(text, contexts, { firstNumber, quoteWords: 4 })
  return {
    markers: markers.map(({ start, end, contexts: named, sentence }) => [
      text.slice(start, end),
      [...named],
      text.slice(sentence.start, sentence.end),
    ]),
    quotations: quotations.map(({ start, end, pieces }) => [text.slice(start, end), ...pieces.slice(1)]),
  }
}

describe('citations in a text', () => {
  it.each([
    ['It is so [1].', [['[1]', [0], 'It is so [1].']]],
    ['It is so[1, 3].', [['[1, 3]', [0, 2], 'It is so[1, 3].']]],
    ['It is so [1-3].', [['[1-3]', [0, 1, 2], 'It is so [1-3].']]],
    ['It is so [^2].', [['[^2]', [1], 'It is so [^2].']]],
    ['It is so 【2†source】.', [['【2†source】', [1], 'It is so 【2†source】.']]],
    ['It is so [9].', [['[9]', [], 'It is so [9].']]],
    ['It is so [1, 9].', [['[1, 9]', [], 'It is so [1, 9].']]],
    ['It is so (limits.md).', [['(limits.md)', [0], 'It is so (limits.md).']]],
    ['It is so [docs/network.md].', [['[docs/network.md]', [1, 2], 'It is so [docs/network.md].']]],
    ['It is so (c-1; Network).', [['(c-1; Network)', [0, 1, 2], 'It is so (c-1; Network).']]],
    ['It is so (Source: limits).', [['(Source: limits)', [0], 'It is so (Source: limits).']]],
    ['It is so (source: prices.md).', [['(source: prices.md)', [], 'It is so (source: prices.md).']]],
  ])('%s', (text, markers) => {
    expect(find(text).markers).toEqual(markers)
  })

  it('belong to the sentence before when they stand behind its full stop', () => {
    expect(find('It is so. [1] The port is 80. [2]').markers).toEqual([
      ['[1]', [0], 'It is so.'],
      ['[2]', [1], '[1] The port is 80.'],
    ])
    expect(find('Read this! [1] says so.').markers).toEqual([['[1]', [0], '[1] says so.']])
  })

  it('can count from 0', () => {
    expect(find('It is so [0].', 0).markers).toEqual([['[0]', [0], 'It is so [0].']])
  })

  it.each([
    'It is so (by default).',
    'Set it to (30).',
    'Use `list[1]` and:\n```\na[2]\n```',
    'See [the guide](https://example.org).',
    '[^1]: docs/limits.md',
    'Sources\n[1] docs/limits.md\n- [2] https://example.org/a.html',
    'In [2024] it was so.',
  ])('are not in %j', (text) => {
    expect(find(text).markers).toEqual([])
  })

  it.each([
    ['It says “the limit is 30 s” here.', [['the limit is 30 s']]],
    ['It says "the limit … is 30 s".', [['the limit … is 30 s', 'is 30 s']]],
    ['Es heißt „das Limit sind 30 s“.', [['das Limit sind 30 s']]],
    ['> the limit is 30 s', [['the limit is 30 s']]],
    ['「上限は三十秒になります」', [['上限は三十秒になります']]],
    ['Press "Save as" and use `"a b c d e"`.', []],
  ])('are quotations in %s', (text, quotations) => {
    expect(find(text).quotations).toEqual(quotations)
  })

  it('stand within the text, whatever it is', () => {
    const parts = fc.array(
      fc.constantFrom(
        '[1]',
        '(c-1)',
        '"',
        '“',
        '”',
        '. ',
        ' ',
        '\n',
        '> ',
        '`',
        'word',
        '[9]',
        '…',
        'x y z w',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          parts.map((each) => each.join('')),
        ),
        (text) => {
          const { markers, quotations } = findCitations(text, contexts, { firstNumber: 1, quoteWords: 2 })
          for (const { start, end, sentence } of [...markers, ...quotations]) {
            expect(0 <= start && start < end && end <= text.length).toBe(true)
            expect(0 <= sentence.start && sentence.end <= text.length).toBe(true)
          }
        },
      ),
    )
  })
})
