import type { ClaimKey } from '@assay/contracts'
import type { Validation } from './validation.ts'
import { contentWordsOf, wordsOf } from './words.ts'

/** Share of a key's own words that may stand in the question. */
const MAX_SHARE = 0.49

/** The key, its stem or most of its words must not stand in the question or its history. */
export const answerNotLeaked: Validation = {
  id: 'answer-not-leaked',
  applies: ({ referenceClaims }) => referenceClaims.some((claim) => claim.key !== undefined),
  findFault({ question, history, referenceClaims }) {
    const told = [question, ...history.map((message) => message.content)].join(' ')
    for (const { key } of referenceClaims) {
      if (key !== undefined && isLeaked(key, told)) return `the question gives "${key.value}" away`
    }
    return null
  },
}

function isLeaked(key: ClaimKey, told: string): boolean {
  const forms = [key.value, ...(key.kind === 'boolean' ? [] : key.aliases)]
  if (forms.some((form) => standsIn(form, told))) return true
  if (key.kind !== 'identifier' && key.kind !== 'name' && key.kind !== 'place') return false
  const shared = new Set(
    key.knownWrong
      .map((other) => new Set(wordsOf(other)))
      .reduce<readonly string[]>(
        (common, words) => common.filter((word) => words.has(word)),
        key.knownWrong.length > 0 ? wordsOf(key.value) : [],
      ),
  )
  const own = contentWordsOf(key.value).filter((word) => !shared.has(word))
  const inTold = new Set(wordsOf(told))
  const hits = own.filter((word) => inTold.has(word)).length
  return own.length > 0 && hits / own.length > MAX_SHARE
}

function standsIn(form: string, told: string): boolean {
  if (!told.toLowerCase().includes(form.toLowerCase())) return false
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}]|[.,]\\d)`, 'iu').test(told)
}
