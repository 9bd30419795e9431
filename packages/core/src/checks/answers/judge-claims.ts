import type { CheckSpan } from '@assay/contracts'
import type * as z from 'zod'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { checkClaimsPrompt } from '../../prompts/check-claims.data.ts'
import { ok, type Result } from '../../result.ts'
import type { Finding } from '../check.ts'
import { askJudge, type Asking } from './ask-judge.ts'
import { labelTexts, listShort, quoteShort } from './case-texts.ts'
import { findEntryFault } from './find-entry-fault.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'
import type { Claim, NotJudged } from './split-claims.ts'

type Reply = z.infer<typeof checkClaimsPrompt.outputSchema>
type Entry = Reply['claims'][number]

/** A claim, and what the sources say to it. */
export interface JudgedClaim extends Claim {
  /** `unclear`: the model cannot tell, or its quote stands in no source. */
  readonly status: Entry['status']
  readonly reason: string
  /** The words that decide, as they stand in the source of that label; `null`: none were named. */
  readonly evidence: { readonly source: string; readonly words: string } | null
}

/** Claims of one call: so many fit the output tokens of the prompt. */
const batchSize = 25

/** Every claim in order, judged: one call for 25 claims, none without claims or without sources. */
export async function judgeClaims(
  asking: Asking,
  claims: readonly Claim[],
  sources: readonly FencedText[],
): Promise<Result<readonly JudgedClaim[]>> {
  if (sources.length === 0) return ok(claims.map((claim) => ({ ...claim, ...nothingSaid })))
  const judged: JudgedClaim[] = []
  for (let start = 0; start < claims.length; start += batchSize) {
    const batch = await judgeBatch(asking, claims.slice(start, start + batchSize), sources)
    if (!batch.ok) return batch
    judged.push(...batch.value)
  }
  return ok(judged)
}

const nothingSaid = { status: 'unsupported', reason: 'there is no source', evidence: null } as const

async function judgeBatch(
  asking: Asking,
  claims: readonly Claim[],
  sources: readonly FencedText[],
): Promise<Result<readonly JudgedClaim[]>> {
  const labelled = labelTexts(
    'c',
    claims.map(({ text }) => text),
  )
  const asked = await askJudge(
    asking,
    checkClaimsPrompt,
    { sources, claims: labelled },
    { check: (reply, ask) => findFault(reply, labelled, ask === 1 ? sources : null) },
  )
  if (!asked.ok) return asked
  const entries = new Map(asked.value.claims.map((entry) => [entry.claim, entry]))
  return ok(
    claims.flatMap((claim, index) => {
      const entry = entries.get(labelled[index]?.label ?? '')
      return entry === undefined ? [] : [{ ...claim, ...readEntry(entry, sources) }]
    }),
  )
}

/** A claim without its one entry; with sources also a verdict on words that none of them holds. */
function findFault(
  { claims }: Reply,
  wanted: readonly FencedText[],
  sources: readonly FencedText[] | null,
): string | null {
  const labels = claims.map(({ claim }) => claim)
  const loose = claims.find(
    (entry) => sources !== null && needsWords(entry) && findEvidence(entry, sources) === null,
  )
  return (
    findEntryFault('claims', wanted, labels) ??
    (loose === undefined ? null : `claims: the quote for ${loose.claim} does not stand in a source`)
  )
}

const needsWords = ({ status }: Entry): boolean => status === 'supported' || status === 'contradicted'

function readEntry(
  entry: Entry,
  sources: readonly FencedText[],
): Pick<JudgedClaim, 'status' | 'reason' | 'evidence'> {
  const evidence = findEvidence(entry, sources)
  const status = needsWords(entry) && evidence === null ? 'unclear' : entry.status
  return { status, reason: entry.reason.trim(), evidence }
}

/** In the named source, else in the first that holds the words. */
function findEvidence({ source, quote }: Entry, sources: readonly FencedText[]): JudgedClaim['evidence'] {
  const named = sources.filter(({ label }) => label === source)
  for (const { label, text } of [...named, ...sources]) {
    const span = locateQuote(quote, text)
    if (span !== null) return { source: label, words: text.slice(span.start, span.end) }
  }
  return null
}

export const isSupported = ({ status }: JudgedClaim): boolean => status === 'supported'

/** Why nothing can be said where one claim is unclear; `null`: none is. */
export function findUnclear(judged: readonly JudgedClaim[]): NotJudged | null {
  const unclear = judged.find(({ status }) => status === 'unclear')
  if (unclear === undefined) return null
  return { outcome: 'not-judged', reason: `it could not be told of ${quoteShort(unclear.text)}` }
}

/** The share of claims that the sources support; not judged where one is unclear. */
export const scoreSupport = (judged: readonly JudgedClaim[], said: string, at?: string): Finding =>
  findUnclear(judged) ?? toSupport(judged, said, at)

/** Whatever is unclear is not supported. `said`: what the sources do, for the reason. `at`: where the claims stand. */
export function toSupport(judged: readonly JudgedClaim[], said: string, at?: string): Finding {
  const supported = judged.filter(isSupported).length
  const named = nameUnsupported(judged)
  return {
    outcome: 'score',
    score: supported / judged.length,
    reason: `${supported} of ${judged.length} claims ${said}${named.length === 0 ? '' : `: ${listShort(named)}`}`,
    spans: judged.map((claim) => ({ ...toClaimSpan(claim), ...(at === undefined ? {} : { at }) })),
  }
}

/** `unsupported "…"` of each claim that is not supported. */
export const nameUnsupported = (judged: readonly JudgedClaim[]): readonly string[] =>
  judged.filter((claim) => !isSupported(claim)).map(({ status, text }) => `${status} ${quoteShort(text)}`)

/** The claim marked in its own text, with the words of the source that decide. */
export const toClaimSpan = ({ span, status, evidence }: JudgedClaim): CheckSpan => ({
  ...span,
  label: status,
  ...(evidence === null ? {} : { evidence: evidence.words }),
})
