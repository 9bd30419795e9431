import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define-check.ts'

interface Counted {
  readonly id: 'word-count' | 'sentence-count' | 'character-count'
  readonly title: string
  readonly measures: string
  readonly unit: string
  readonly count: (text: string) => number
}

const segmenters = {
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  sentence: new Intl.Segmenter('en', { granularity: 'sentence' }),
  grapheme: new Intl.Segmenter('en', { granularity: 'grapheme' }),
}

const counted: readonly Counted[] = [
  {
    id: 'word-count',
    title: 'Word count',
    measures:
      'Number of words by the Unicode word boundaries (UAX 29); numbers are words, punctuation is not.',
    unit: 'words',
    count: (text) => [...segmenters.word.segment(text)].filter(({ isWordLike }) => isWordLike).length,
  },
  {
    id: 'sentence-count',
    title: 'Sentence count',
    measures: 'Number of sentences by the Unicode sentence boundaries (UAX 29).',
    unit: 'sentences',
    count: (text) =>
      [...segmenters.sentence.segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length,
  },
  {
    id: 'character-count',
    title: 'Character count',
    measures:
      'Number of characters as a reader sees them (grapheme clusters, UAX 29): an emoji or "é" is one.',
    unit: 'characters',
    count: countGraphemes,
  },
]

/** ASCII without carriage returns (`\r\n` is one) has a character a code unit; the segmenter is slow. */
function countGraphemes(text: string): number {
  return /\P{ASCII}|\r/u.test(text) ? [...segmenters.grapheme.segment(text)].length : text.length
}

/** The length of the text lies within bounds. */
export const countChecks: readonly Check[] = counted.map(({ id, title, measures, unit, count }) =>
  defineCheck({
    id,
    kind: 'text',
    title,
    measures,
    reads: ['answer'],
    cost: 'none',
    parameters: z.strictObject({
      min: z.number().int().nonnegative().optional().describe(`At least so many ${unit}`),
      max: z.number().int().nonnegative().optional().describe(`At most so many ${unit}`),
    }),
    examples: [
      { case: { answer: 'It is 30 s. No more.' }, parameters: { min: 1, max: 20 }, outcome: 'pass' },
      { case: { answer: '' }, parameters: { min: 1 }, outcome: 'fail' },
    ],
    prepare({ min: least, max: most }) {
      if (least === undefined && most === undefined)
        return fail(createError('ASSAY-7011', { where: `${id}: min, max`, fix: 'give one of the two' }))
      const [min, max] = [least ?? 0, most ?? Number.POSITIVE_INFINITY]
      if (min > max)
        return fail(
          createError('ASSAY-7011', { where: `${id}.min: ${min} is more than max ${max}`, fix: 'swap them' }),
        )
      return ok({
        run({ text }) {
          const found = count(text)
          const bound = found < min ? `, under ${min}` : found > max ? `, over ${max}` : ''
          return { outcome: bound === '' ? 'pass' : 'fail', reason: `${found} ${unit}${bound}` }
        },
      })
    },
  }),
)
