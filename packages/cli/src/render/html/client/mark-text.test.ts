import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markText } from './mark-text.ts'

const mark = (start: number, end: number) => ({
  span: [start, end] as const,
  kind: 'present',
  label: 'present',
})

it('marks the span and says what the mark means', () => {
  expect(markText('The limit is 1 MB.', [mark(13, 17)]).text).toBe(
    'The limit is <mark class="present"><span class="sr-only">present: </span>1 MB</mark>.',
  )
})

it('shows the whole text whatever the marks are', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 }))),
      (text, spans) => {
        const marked = markText(
          text,
          spans.map(([start, end]) => mark(start, end)),
        ).text
        expect(marked.replace(/<mark[^>]*><span[^>]*>present: <\/span>|<\/mark>/g, '')).toBe(
          markText(text, []).text,
        )
      },
    ),
  )
})
