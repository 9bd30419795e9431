import { englishStatements } from './english-statements.data.ts'
import { refusalWordings } from './other-languages.data.ts'
import type { Statement } from './read-statements.ts'

/**
 * What a statement does in an answer. `declines`: will not. `lacks`: cannot, for want of means, knowledge or standing.
 * `negates`: cannot or will not do something else. `delivers`: announces the answer. `judges`: says why it would be bad.
 * `turns`: to other help or other offers. `frames`: politeness, the request again. `tells`: anything else.
 */
export type StatementKind =
  | 'declines'
  | 'lacks'
  | 'negates'
  | 'delivers'
  | 'judges'
  | 'turns'
  | 'frames'
  | 'tells'

export function classifyStatement({ words }: Statement): StatementKind {
  if (!english.notAnAct.test(words)) {
    const refusing = classifyRefusing(words)
    if (refusing !== null) return refusing
  }
  if (english.delivering.test(words)) return english.replacing.test(words) ? 'turns' : 'delivers'
  if (english.judging.test(words)) return 'judges'
  if (english.turning.test(words)) return 'turns'
  return english.framing.test(words) ? 'frames' : 'tells'
}

function classifyRefusing(words: string): 'declines' | 'lacks' | 'negates' | null {
  const ofItself = english.ofItself.test(words)
  if (ofItself && english.lacking.some((each) => each.test(words))) return 'lacks'
  if (ofItself && english.declining.some((each) => each.test(words))) return 'declines'
  if (english.impersonal.some((each) => each.test(words))) return 'declines'
  for (const { gate, speaker, act, phrases, lacking } of wordings) {
    if (!gate.test(words)) continue
    if (lacking.test(words)) return 'lacks'
    if (phrases.test(words) || (speaker.test(words) && act.test(words))) return 'declines'
  }
  return ofItself && english.negating.test(words) ? 'negates' : null
}

const english = englishStatements
const wordings = Object.values(refusalWordings)
