import { splitWhitespace } from './split-whitespace.ts'

/**
 * nltk 3.10's word tokeniser (Penn Treebank's rules, extended), on the text as one sentence: punctuation, quotes,
 * clitics (`do n't`, `it 's`) and a few contractions (`can not`) are tokens of their own.
 */
export function tokeniseTreebank(text: string): string[] {
  let line = text
  for (const [pattern, replacement] of BEFORE_PADDING) line = line.replaceAll(pattern, replacement)
  line = ` ${line} `
  for (const [pattern, replacement] of AFTER_PADDING) line = line.replaceAll(pattern, replacement)
  return splitWhitespace(line)
}

type Rewrite = readonly [pattern: RegExp, replacement: string]

/** White space and word characters as Python has them. */
const SPACE = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`
const WORD = String.raw`[\p{L}\p{N}_]`

const STARTING_QUOTES: readonly Rewrite[] = [
  [/[«“‘„]|`+/gu, ' $& '],
  [/^"/gu, '``'],
  [/``/gu, ' `` '],
  [/([ ([{<])("|'{2})/gu, '$1 `` '],
  [new RegExp(`(?<!${WORD})'(?!(?:re|ve|ll|m|t|s|d|n)(?!${WORD}))(?=${WORD})`, 'giu'), "' "],
]

const PUNCTUATION: readonly Rewrite[] = [
  [new RegExp(String.raw`([^.])(\.)(?=([\])}>"'»”’ ]*))\3${SPACE}*$`, 'gu'), '$1 $2 $3 '],
  [/([:,])(\P{Nd})/gu, ' $1 $2'],
  [/[:,]$/gu, ' $& '],
  [/\.{2,}/gu, ' $& '],
  [/[;@#$%&]/gu, ' $& '],
  [/[\u2012-\u2015]/gu, ' $& '],
  [new RegExp(String.raw`([^.])(\.)([\])}>"']*)${SPACE}*$`, 'gu'), '$1 $2$3 '],
  [/[?!]/gu, ' $& '],
  [/([^'])' /gu, "$1 ' "],
  [/[*]/gu, ' $& '],
]

const BEFORE_PADDING: readonly Rewrite[] = [
  ...STARTING_QUOTES,
  ...PUNCTUATION,
  [/[\][(){}<>]/gu, ' $& '],
  [/--/gu, ' -- '],
]

const CONTRACTIONS = [
  ['can', 'not'],
  ['d', "'ye"],
  ['gim', 'me'],
  ['gon', 'na'],
  ['got', 'ta'],
  ['lem', 'me'],
  ['more', "'n"],
] as const

const AFTER_PADDING: readonly Rewrite[] = [
  [/[»”’]/gu, ' $& '],
  [/''/gu, " '' "],
  [/"/gu, " '' "],
  [new RegExp(`${SPACE}+`, 'gu'), ' '],
  [/([^' ])('[sS]|'[mM]|'[dD]|') /gu, '$1 $2 '],
  [/([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) /gu, '$1 $2 '],
  ...CONTRACTIONS.map(([first, second]): Rewrite => [
    new RegExp(`(?<!${WORD})(${first})(${second})(?!${WORD})`, 'giu'),
    ' $1 $2 ',
  ]),
  [new RegExp(`(?<!${WORD})(wan)(na)(?=${SPACE})`, 'giu'), ' $1 $2 '],
  [new RegExp(` ('t)(is)(?!${WORD})`, 'giu'), ' $1 $2 '],
  [new RegExp(` ('t)(was)(?!${WORD})`, 'giu'), ' $1 $2 '],
]
