import type { CheckSpan } from '@assay/contracts'

/** Characters that a reader does not see and a machine does. */
const forms: readonly (readonly [label: string, pattern: RegExp])[] = [
  // CSI, OSC, DCS, APC and the like (ECMA-48), in 7 and 8 bits.
  [
    'terminal escape',
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    /\u001B(?:\[[0-?]{0,50}[ -/]{0,9}[@-~]?|[\]PX^_][^\u0007\u001B]{0,2000}|[@-Z\\c])?|[\u0090\u009B\u009D]/g,
  ],
  // Tags (UTS 51): fine behind a black flag, where they name a region; elsewhere they hide ASCII.
  ['invisible tag characters', /(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,8})[\u{E0000}-\u{E007F}]+/gu],
  ['invisible tag characters', /(?<=\u{1F3F4})[\u{E0020}-\u{E007E}]{9,}\u{E007F}?/gu],
  ['hidden variation selectors', /[\u{E0100}-\u{E01EF}]{2,}|[\u{FE00}-\u{FE0F}]{3,}/gu],
  ['zero-width characters', /[\u200B-\u200D\u2060-\u2064\uFEFF]{6,}/g],
  ['text direction override', /[\u202D\u202E]/g],
]

export const findHiddenCharacters = (text: string): readonly CheckSpan[] =>
  forms.flatMap(([label, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      label,
    })),
  )
