import * as z from 'zod'
import { createBleu } from '../../metrics/text/bleu.ts'
import { createCer } from '../../metrics/text/cer.ts'
import { createChrf } from '../../metrics/text/chrf.ts'
import { createExactMatch } from '../../metrics/text/exact-match.ts'
import { createJaroWinkler } from '../../metrics/text/jaro-winkler.ts'
import { createLevenshtein } from '../../metrics/text/levenshtein.ts'
import { createMeteor } from '../../metrics/text/meteor.ts'
import { createRougeL, createRougeLsum, createRougeN } from '../../metrics/text/rouge.ts'
import { createTer } from '../../metrics/text/ter.ts'
import { createTokenF1 } from '../../metrics/text/token-f1.ts'
import { createWer } from '../../metrics/text/wer.ts'
import type { Check } from '../check.ts'
import { createMetricCheck } from './metric-check.ts'

const yes = (description: string) => z.boolean().default(false).describe(description)
const order = (description: string, standard: number, least: number) =>
  z.number().int().min(least).max(12).default(standard).describe(description)
const positive = (description: string) => z.number().positive().describe(description)
const share = (description: string) => z.number().min(0).max(1).describe(description)

const none = z.strictObject({})
const stemmed = z.strictObject({ stem: yes('Compare Porter stems of words longer than three letters') })

const bleu = z.strictObject({
  tokenise: z.enum(['13a', 'intl', 'char', 'none']).default('13a').describe('How texts become tokens'),
  smoothing: z
    .enum(['exp', 'floor', 'add-k', 'none'])
    .default('exp')
    .describe('What an order without a match counts as'),
  smoothingValue: z
    .number()
    .nonnegative()
    .optional()
    .describe('For floor (default 0.1) and add-k (default 1)'),
  effectiveOrder: z
    .boolean()
    .optional()
    .describe('Leave out orders longer than the text; default: for one case, not for the corpus'),
  maxOrder: order('Longest n-gram', 4, 1),
  lowercase: yes('Compare in lower case'),
})

const chrf = z.strictObject({
  charOrder: order('Longest character n-gram', 6, 1),
  wordOrder: order('Longest word n-gram: 2 makes it chrF++', 0, 0),
  beta: positive('Weight of recall over precision').default(2),
  lowercase: yes('Compare in lower case'),
  whitespace: yes('Count white space as characters'),
  epsilonSmoothing: yes('Average the F of each order, as chrF++.py does'),
})

const ter = z.strictObject({
  normalized: yes('Split punctuation off'),
  noPunct: yes('Leave punctuation out'),
  asianSupport: yes('Split Chinese and Japanese to characters'),
  caseSensitive: yes('Compare with case'),
})

const meteor = z.strictObject({
  tokenise: z
    .enum(['whitespace', 'treebank'])
    .default('whitespace')
    .describe("How texts become words; treebank is nltk's and splits punctuation off"),
  alpha: share('Weight of recall in the mean').default(0.9),
  beta: positive('Exponent of the fragmentation').default(3),
  gamma: share('Highest penalty').default(0.5),
})

const jaroWinkler = z.strictObject({
  prefixWeight: z.number().min(0).max(0.25).default(0.1).describe('Weight of an equal beginning'),
})

/** Each text metric as a check, with the options of its reference implementation. */
export const textMetricChecks: readonly Check[] = [
  createMetricCheck('bleu', {
    schema: bleu,
    create: ({ smoothingValue, effectiveOrder, ...options }) =>
      createBleu({
        ...options,
        ...(smoothingValue === undefined ? {} : { smoothingValue }),
        ...(effectiveOrder === undefined ? {} : { effectiveOrder }),
      }),
  }),
  createMetricCheck('chrf', { schema: chrf, create: createChrf }),
  createMetricCheck('ter', { schema: ter, create: createTer }),
  createMetricCheck('rouge-1', { schema: stemmed, create: (options) => createRougeN(1, options) }),
  createMetricCheck('rouge-2', { schema: stemmed, create: (options) => createRougeN(2, options) }),
  createMetricCheck('rouge-l', { schema: stemmed, create: createRougeL }),
  createMetricCheck('rouge-lsum', { schema: stemmed, create: createRougeLsum }),
  createMetricCheck('meteor', { schema: meteor, create: createMeteor }),
  createMetricCheck('token-f1', { schema: none, create: createTokenF1, hasMean: true }),
  createMetricCheck('exact-match', { schema: none, create: createExactMatch, hasMean: true }),
  createMetricCheck('wer', { schema: none, create: createWer }),
  createMetricCheck('cer', { schema: none, create: createCer }),
  createMetricCheck('levenshtein', { schema: none, create: createLevenshtein }),
  createMetricCheck('jaro-winkler', { schema: jaroWinkler, create: createJaroWinkler }),
]
