import type { ReferenceClaim, VerdictRow } from '@assay/contracts'
import type { ResultDetail } from '@assay/contracts/hub'
import type { Tone } from '../../components/toned-badge.tsx'

export type ClaimWord = 'supported' | 'missing' | 'contradicted' | 'unclear'

export interface JudgedClaim {
  readonly claim: ReferenceClaim
  /** Its place among the claims of the case. */
  readonly index: number
  readonly word: ClaimWord
  /** Where in the answer. */
  readonly span: readonly [number, number] | null
}

const wordOf = {
  present: 'supported',
  missing: 'missing',
  contradicted: 'contradicted',
  unclear: 'unclear',
} as const

export const toneOfClaim: Readonly<Record<ClaimWord, Tone>> = {
  supported: 'good',
  missing: 'unsure',
  contradicted: 'bad',
  unclear: 'unsure',
}

/** What the judge said of each claim of the reference; a claim it said nothing of is left out. */
export function claimsOf(
  referenceClaims: readonly ReferenceClaim[],
  verdicts: readonly VerdictRow[],
): readonly JudgedClaim[] {
  const judged = verdicts.find(({ claims }) => claims !== undefined && claims.length > 0)?.claims ?? []
  return referenceClaims.flatMap((claim, index) => {
    const said = judged.find((one) => one.claim === index)
    return said === undefined ? [] : [{ claim, index, word: wordOf[said.status], span: said.span ?? null }]
  })
}

/** Claims of the answer that the reference does not make; `null`: not counted. */
export const extraClaimsOf = (verdicts: readonly VerdictRow[]): number | null =>
  verdicts.find(({ claims }) => claims !== undefined)?.extraClaims ?? null

/** The attempt to show: the asked one, else the first that was judged. */
export function shownAttempt({ attempts, result }: ResultDetail, asked?: number) {
  const wanted = asked ?? result.shownRepeat
  return attempts.find(({ attempt }) => attempt.repeat === wanted) ?? attempts[0] ?? null
}
