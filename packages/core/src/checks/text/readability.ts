import * as z from 'zod'
import { detectLanguage } from '../../languages/detect-language.ts'
import { ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'

const plain = 'The cat sat on the mat. It was warm there, and the sun was out. So the cat slept.'
const dense =
  'Notwithstanding aforementioned contractual stipulations, indemnification obligations perpetually survive termination of organisational responsibilities.'

/** How hard an English text is to read. */
export const readabilityCheck = defineCheck({
  id: 'readability',
  kind: 'text',
  title: 'Readability',
  measures:
    'Flesch–Kincaid grade: 0.39 · words/sentences + 11.8 · syllables/words − 15.59 (Kincaid et al. 1975), the years of school a reader needs. Syllables are counted by vowel groups, with a silent final e. Low is good.',
  limits:
    'English only; a text of another language is not applicable. Under 10 words the figure says little.',
  reads: ['answer'],
  cost: 'none',
  better: 'lower',
  threshold: 12,
  parameters: z.strictObject({}),
  examples: [
    { case: { answer: plain }, outcome: 'pass' },
    { case: { answer: dense }, outcome: 'fail' },
    { case: { answer: '12.5' }, outcome: 'not-applicable' },
  ],
  prepare: () =>
    ok({
      run({ text }) {
        const words = text.match(/[A-Za-z]+(?:['’][A-Za-z]+)*/g) ?? []
        const language = detectLanguage(text)
        if (words.length === 0 || (language !== null && language !== 'en'))
          return { outcome: 'not-applicable', reason: 'it is no English text' }
        const grade = gradeOf(words, countSentences(text))
        return {
          outcome: 'score',
          score: grade,
          reason: `grade ${grade.toFixed(1)} over ${words.length} words`,
        }
      },
    }),
})

function gradeOf(words: readonly string[], sentences: number): number {
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

const countSentences = (text: string): number =>
  Math.max(1, text.split(/[.!?]+(?=\s|$)/).filter((part) => /[A-Za-z]/.test(part)).length)

/** Vowel groups, less a silent final e; at least one. */
export function countSyllables(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '')
  const groups = bare.match(/[aeiouy]+/g)?.length ?? 0
  const isSilent = /[^aeiouy]e$/.test(bare) && !/[^aeiouy]le$/.test(bare)
  return Math.max(1, groups - (isSilent ? 1 : 0))
}
