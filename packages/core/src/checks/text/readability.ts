import * as z from 'zod'
import { splitSentences } from '../../judging/rules/split-clauses.ts'
import { detectLanguage } from '../../languages/detect-language.ts'
import { ok } from '../../result.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { countSyllables } from './count-syllables.ts'

const plain = 'The cat sat on the mat. It was warm there, and the sun was out. So the cat slept.'
const dense =
  'Notwithstanding aforementioned contractual stipulations, indemnification obligations perpetually survive termination of organisational responsibilities.'

interface Formula {
  readonly id: string
  readonly title: string
  readonly measures: string
  readonly better: 'higher' | 'lower'
  readonly threshold: number
  readonly name: string
  readonly compute: (wordsPerSentence: number, syllablesPerWord: number) => number
  /** Of `plain`: 19 words, 3 sentences, 19 syllables. */
  readonly plainScore: number
}

const formulas: readonly Formula[] = [
  {
    id: 'readability',
    title: 'Readability (Flesch–Kincaid grade)',
    measures:
      'Flesch–Kincaid grade: 0.39 · words/sentences + 11.8 · syllables/words − 15.59 (Kincaid et al. 1975), the years of school a reader needs. Low is good.',
    better: 'lower',
    threshold: 12,
    name: 'grade',
    compute: (words, syllables) => 0.39 * words + 11.8 * syllables - 15.59,
    plainScore: -1.32,
  },
  {
    id: 'reading-ease',
    title: 'Flesch reading ease',
    measures:
      'Flesch reading ease: 206.835 − 1.015 · words/sentences − 84.6 · syllables/words (Flesch 1948); 60 to 70 is plain English, below 30 hard. High is good.',
    better: 'higher',
    threshold: 50,
    name: 'reading ease',
    compute: (words, syllables) => 206.835 - 1.015 * words - 84.6 * syllables,
    plainScore: 115.806667,
  },
]

const syllableRule =
  'Syllables are counted by vowel groups with silent endings (e, ed, es) left out; 96 of 100 running words get the count of the CMU Pronouncing Dictionary.'

/** From so many words on, English text tells its language. */
const tellingWords = 30

/** How hard an English text is to read. */
export const readabilityChecks: readonly Check[] = formulas.map((formula) =>
  defineCheck({
    id: formula.id,
    kind: 'text',
    title: formula.title,
    measures: `${formula.measures} ${syllableRule}`,
    limits: `English only: a text of another language is not applicable, and one of ${tellingWords} words or more whose language cannot be told is not judged. Under 10 words the figure says little. The threshold is a starting value of ours.`,
    reads: ['answer'],
    cost: 'none',
    better: formula.better,
    threshold: formula.threshold,
    parameters: z.strictObject({}),
    examples: [
      { case: { answer: plain }, outcome: 'pass', score: formula.plainScore },
      { case: { answer: dense }, outcome: 'fail' },
      { case: { answer: '12.5' }, outcome: 'not-applicable' },
      {
        case: { answer: 'Die Frist beträgt dreißig Tage, und sie beginnt mit dem Tag der Rechnung.' },
        outcome: 'not-applicable',
      },
    ],
    prepare: () =>
      ok({
        run({ text }) {
          const words = text.match(/[A-Za-z]+(?:['’][A-Za-z]+)*/g) ?? []
          const language = detectLanguage(text)
          if (words.length === 0 || (language !== null && language !== 'en'))
            return { outcome: 'not-applicable', reason: 'it is no English text' }
          if (language === null && words.length >= tellingWords)
            return { outcome: 'not-judged', reason: 'its language cannot be told' }
          const score = compute(formula, words, text)
          return {
            outcome: 'score',
            score,
            reason: `${formula.name} ${score.toFixed(1)} over ${words.length} words`,
          }
        },
      }),
  }),
)

function compute(formula: Formula, words: readonly string[], text: string): number {
  const sentences = splitSentences(text).filter((sentence) => /[A-Za-z]/.test(sentence.text)).length
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  return formula.compute(words.length / Math.max(1, sentences), syllables / words.length)
}
