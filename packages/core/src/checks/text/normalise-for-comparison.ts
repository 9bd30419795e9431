import type { CheckSpan } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'

/** How two texts are made alike before they are compared: parameters many text checks share. */
export const comparisonParameters = {
  ignoreCase: z.boolean().default(false).describe('Compare without regard to case (Unicode case folding)'),
  normalise: z
    .boolean()
    .default(true)
    .describe('Compare in Unicode normal form C, white space at the ends left out'),
}

export const phrasesParameter = z.union([z.string().transform((text) => [text]), z.array(z.string()).min(1)])

interface HowCompared {
  readonly ignoreCase: boolean
  readonly normalise: boolean
}

export function normaliseForComparison(text: string, { ignoreCase, normalise }: HowCompared): string {
  const shaped = normalise ? text.normalize('NFC').trim() : text
  return ignoreCase ? foldCase(shaped) : shaped
}

/** Upper case first: "ß" and "SS" fold alike. A final sigma is a sigma. */
const foldCase = (text: string): string => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ')

/** The phrases, normalised. Fails with ASSAY-7011 for one that is empty: every text would hold it. */
export function normalisePhrases(
  check: string,
  phrases: readonly string[],
  how: HowCompared,
): Result<readonly string[]> {
  const wanted = phrases.map((phrase) => normaliseForComparison(phrase, how))
  return wanted.includes('')
    ? fail(
        createError('ASSAY-7011', {
          where: `${check}.phrases: one is empty`,
          fix: 'every text holds it: leave it out',
        }),
      )
    : ok(wanted)
}

/** Where a phrase stands as it is written, case aside where that is asked; `null`: only in another Unicode form. */
export function locatePhrase(text: string, phrase: string, { ignoreCase }: HowCompared): CheckSpan | null {
  const start = text.indexOf(phrase)
  if (start !== -1) return { start, end: start + phrase.length }
  const folded = foldCase(text)
  if (!ignoreCase || folded.length !== text.length) return null
  const wanted = foldCase(phrase)
  const found = folded.indexOf(wanted)
  return found === -1 ? null : { start: found, end: found + wanted.length }
}
