import type { ClaimKey } from '@assay/contracts'
import { bindSlot, type Candidate, type Finding } from './bind-slot.ts'
import type { ReadAnswer } from './read-answer.ts'
import type { Slot } from './slot.ts'

const version =
  /(?<![\p{L}\p{N}.])(?:v|version\s+|release\s+)?\d+(?:\.(?:\d+|x))*(?:-[a-z][\w.]*)?(?![\p{L}\p{N}]|\.\d)/giu

/** Versions: part by part; one that is merely less exact is not judged. */
export function matchVersion(key: ClaimKey, answer: ReadAnswer, slot: Slot): Finding | null {
  const keys = [key.value, ...key.aliases].flatMap((form) => readVersions(form).slice(0, 1))
  if (keys.length === 0) return null
  const wrong = key.knownWrong.flatMap((form) => readVersions(form).slice(0, 1)).map((one) => one.parts)
  const asked = readVersions(slot.known).map((one) => one.parts)
  const candidates = readVersions(answer.text).flatMap((one): readonly Candidate[] => {
    const verdicts = keys.map((other) => compareVersions(other.parts, one.parts))
    const agrees = verdicts.includes('yes') ? 'yes' : verdicts.includes('unclear') ? 'unclear' : 'no'
    const knownWrong = wrong.includes(one.parts)
    if (agrees !== 'yes' && !knownWrong && (asked.includes(one.parts) || !one.marked)) return []
    return [{ start: one.start, end: one.end, agrees, knownWrong, why: 'gives the version less exactly' }]
  })
  return bindSlot(candidates, answer, slot)
}

interface ReadVersion {
  readonly parts: string
  /** Written with v, "version" or a point; other numbers are versions only if the key's. */
  readonly marked: boolean
  readonly start: number
  readonly end: number
}

const readVersions = (text: string): readonly ReadVersion[] =>
  Array.from(text.matchAll(version), (match) => ({
    parts: match[0]
      .toLowerCase()
      .replace(/^(?:version|release)\s+|^v/u, '')
      .replace(/\.x$/u, ''),
    marked: /^v|version|release|\./iu.test(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))

function compareVersions(key: string, other: string): 'yes' | 'no' | 'unclear' {
  if (key === other) return 'yes'
  return `${key}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${key}.`) ? 'unclear' : 'no'
}
