import type { ClaimKey } from '@assay/contracts'
import type { Finding } from './bind-slot.ts'
import { isHedged, polarityAt } from './polarity.ts'
import { clauseAt, type ReadAnswer } from './read-answer.ts'

/** Pairs of words that exclude each other; the negation of one is the other. */
const pairs: readonly (readonly [positive: RegExp, negative: RegExp])[] = [
  [/\b(?:enabled|on|active|activated|true)\b/giu, /\b(?:disabled|off|inactive|deactivated|false)\b/giu],
  [/\b(?:required|mandatory|compulsory|obligatory)\b/giu, /\b(?:optional|voluntary)\b/giu],
  [/\b(?:allowed|permitted|accepted)\b/giu, /\b(?:forbidden|prohibited|disallowed|rejected|banned)\b/giu],
  [/\b(?:supported|available|included)\b/giu, /\b(?:unsupported|unavailable|excluded)\b/giu],
  [/\b(?:public|visible)\b/giu, /\b(?:private|hidden)\b/giu],
  [/\b(?:synchronous|sync)\b/giu, /\b(?:asynchronous|async)\b/giu],
  [/\b(?:maximum|max|upper|highest|most)\b/giu, /\b(?:minimum|min|lower|lowest|least)\b/giu],
]
const yesNo: readonly [RegExp, RegExp] = [
  /^\W*(?:yes|yeah|correct|true)\b/iu,
  /^\W*(?:no|nope|incorrect|false)\b/iu,
]

/** Booleans: by antonyms and their negations; "Yes, it is not" is not judged. */
export function matchBoolean(key: ClaimKey, answer: ReadAnswer, question: string): Finding | null {
  const value = readPolarity(key.value)
  if (value === null) return null
  const polar =
    /^\W*(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|may|must)\b/iu.test(question)
  const said = value.pair === null ? [] : sayings(answer, value.pair)
  const opening = polar || value.pair === null ? openingOf(answer) : null
  const all = opening === null ? said : [opening, ...said]
  if (all.some((one) => one.positive === null)) return unclear('mixes yes and no')
  if (new Set(all.map((one) => one.positive)).size > 1) return unclear('says both')
  const [first] = all
  if (first === undefined) return unclear('does not say it in words the rules can read')
  const agrees = first.positive === value.positive
  return {
    status: agrees ? 'present' : 'contradicted',
    reason: agrees ? 'says the same' : 'says the opposite',
    span: [first.start, first.end],
    hedged: isHedged(answer.text),
    bound: true,
  }
}

const unclear = (reason: string): Finding => ({ status: 'unclear', reason })

interface Saying {
  /** `null`: it negates in a way the rules cannot read. */
  readonly positive: boolean | null
  readonly start: number
  readonly end: number
}

function readPolarity(value: string): { readonly pair: number | null; readonly positive: boolean } | null {
  const text = value.trim()
  if (/^(?:yes|no)\b/iu.test(text)) return { pair: null, positive: /^yes/iu.test(text) }
  for (const [index, pair] of pairs.entries()) {
    const found = pair.map((pattern) => text.search(pattern) >= 0)
    if (found[0] !== found[1])
      return { pair: index, positive: (found[0] === true) !== /\bnot\b/iu.test(text) }
  }
  return null
}

function sayings(answer: ReadAnswer, index: number): readonly Saying[] {
  return [true, false].flatMap((positive) => {
    const pattern = pairs[index]?.[positive ? 0 : 1]
    if (pattern === undefined) return []
    return Array.from(answer.text.matchAll(pattern)).flatMap((match) => {
      if (/^on$/iu.test(match[0]) && !isSwitch(answer.text, match.index)) return []
      const end = match.index + match[0].length
      const polarity = polarityAt(clauseAt(answer, match.index), match.index, end)
      return [
        {
          positive: polarity === 'unclear' ? null : (polarity === 'affirmed') === positive,
          start: match.index,
          end,
        },
      ]
    })
  })
}

/** "turned on", "is on by default": not the preposition. */
const isSwitch = (text: string, index: number): boolean =>
  /\b(?:turned|switched|is|are)\s+$/iu.test(text.slice(0, index)) &&
  !/^on\s+(?:the|a|an)\b/iu.test(text.slice(index))

/** A leading yes or no, whose clause after it must not turn it round. */
function openingOf(answer: ReadAnswer): Saying | null {
  const yes = yesNo[0].exec(answer.text)
  const no = yesNo[1].exec(answer.text)
  const match = yes ?? no
  if (match === null) return null
  const rest = answer.sentences[0]?.text.slice(match[0].length) ?? ''
  const negated = /\b(?:not|never|no)\b|n['’]t\b/iu.test(rest)
  const turned = yes !== null && negated
  return { positive: turned ? null : yes !== null, start: match.index, end: match.index + match[0].length }
}
